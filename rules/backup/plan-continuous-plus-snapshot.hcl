rule "plan-continuous-plus-snapshot" {
  title    = "Critical data cannot be restored from before its continuous backup"
  theme    = "schedule"
  on       = family.data_store
  when     = self.explicit_tier == "critical" && self.continuous_rpo_minutes != null && length(self.continuous_rules) > 0
  require  = any([for periodic in self.snapshot_rules : all([for rule in self.continuous_rules : periodic.retention_days > given(rule.lifecycle.delete_after, 35)])])
  at       = self
  see      = { "this continuous rule ends here" = [for rule in self.continuous_rules : given(rule.lifecycle.delete_after, rule)] }
  message  = "${self.label} (tier critical) has continuous backup, which reaches back 35 days at most, and no periodic rule that keeps recovery points longer"
  severity = "low"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers   = ["S1-79", "S2-41"]
  why      = "Continuous backup undoes what happened lately. Damage that is found after its 35 days needs an older recovery point."
  fix      = "Add a periodic rule with a longer retention to the plan."
}
