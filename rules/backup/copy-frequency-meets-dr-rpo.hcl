rule "copy-frequency-meets-dr-rpo" {
  title    = "Copies are rarer than disaster recovery allows"
  theme    = "copy"
  on       = family.data_store
  when     = length(self.copies) > 0 && self.is_replicated_elsewhere != true && policy.tiers[self.tier].max_rpo_minutes != null
  require  = self.copy_gap_minutes <= disaster_rpo_minutes(policy.tiers[self.tier])
  at       = self
  see      = { "this rule copies it" = [for rule in self.protected_by : rule.schedule if length(rule.copies) > 0] }
  message  = "the latest copy of ${self.label} (tier ${self.tier}${self.explicit_tier == null ? ", by default" : ""}) can be ${duration(self.copy_gap_minutes)} old; after the loss of a region, ${duration(disaster_rpo_minutes(policy.tiers[self.tier]))} are allowed"
  severity = "medium"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11", "ID.AM-05"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.30", "A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.4"] }
  covers   = ["S1-15", "S1-63", "S2-03", "S2-13"]
  why      = "After a disaster the last copy counts, not the last backup. Copies are snapshots, also those of continuous backups: they are as frequent as the schedules of the rules that copy."
  fix      = "Add the copy action to a rule that runs more often."
}

# Snapshots cannot follow data by minutes; a day is what is asked of copies at the highest tiers.
function "disaster_rpo_minutes" {
  parameters = ["tier"]
  result     = max(tier.max_rpo_minutes, 1440)
}

derive "copy_gap_minutes" {
  on    = family.data_store
  value = schedule_gap_union(runs_of([for rule in self.protected_by : rule if length(rule.copies) > 0]), policy.daylight_saving_minutes)
}
