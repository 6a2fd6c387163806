rule "plan-schedule-meets-tier" {
  title    = "Backups are rarer than the tier allows"
  theme    = "schedule"
  on       = family.data_store
  when     = (self.is_covered || self.native.rpo_minutes != null) && policy.tiers[self.tier].max_rpo_minutes != null
  require  = self.rpo_minutes <= policy.tiers[self.tier].max_rpo_minutes
  at       = self
  see = {
    "this rule protects it"    = [for rule in self.protected_by : rule.schedule]
    "this selection chooses it" = self.selected_by
  }
  message  = "${self.label} (tier ${self.tier}${self.explicit_tier == null ? ", by default" : ""}) can lose up to ${duration(self.rpo_minutes)}; its tier allows ${duration(policy.tiers[self.tier].max_rpo_minutes)}"
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11", "ID.AM-05"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.30"] }
  covers   = ["S1-15", "S1-16", "S2-03", "S2-04", "S2-06", "S2-08", "S2-09"]
  why      = <<-EOT
    What can be lost is the longest time between two recovery points, over all rules of all plans that select the
    resource. It must not be longer than what its business impact tier allows.
  EOT
  fix      = "Add a rule that fires often enough to the plan, turn on continuous backup or point-in-time recovery, or correct the tier tag."
}
