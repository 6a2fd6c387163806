rule "plan-continuous-for-critical" {
  title    = "Critical data has no continuous backup"
  theme    = "schedule"
  on       = family.data_store
  when     = self.explicit_tier == "critical" && (self.continuous_rpo_minutes != null || recovers_by_itself(self))
  require  = self.unscheduled_rpo_minutes <= 15 || given(self.replica_rpo_minutes, infinity) <= 15
  at       = self
  see      = { "this rule only makes snapshots" = self.snapshot_rules }
  message = (recovers_by_itself(self)
    ? "${self.label} (tier critical) has no point-in-time recovery, and plans make only snapshots of it"
    : "${self.label} (tier critical) is in no rule with continuous backup, and nothing of its own stands in for that"
  )
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-16", "S1-23", "S2-04"]
  why      = "Scheduled backups are at least an hour apart. What may lose only minutes needs a log of every change: continuous backup, point-in-time recovery, or replication with time control."
  fix      = "Set `EnableContinuousBackup` (`enable_continuous_backup`) on a rule that covers it, or turn on the point-in-time recovery of the table."
}

function "recovers_by_itself" {
  parameters = ["store"]
  result     = contains(["dynamodb_table", "dynamodb_global_table", "keyspaces_table"], store.type_name)
}
