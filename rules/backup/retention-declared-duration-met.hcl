rule "retention-declared-duration-met" {
  title    = "Recovery points are kept for a shorter time than a tag promises"
  theme    = "retention"
  on       = family.data_store
  when     = self.declared_retention_days != null && (self.is_covered || self.native.retention_days != null || self.locked_days != null)
  require  = self.retention_days >= self.declared_retention_days || given(self.locked_days, 0) >= self.declared_retention_days
  at       = self.declared_retention_days
  see      = { "this rule protects it" = [for rule in self.protected_by : given(rule.lifecycle.delete_after, rule)] }
  message  = "a tag of ${self.label} promises ${duration(self.declared_retention_days * 1440)}, but what protects it keeps recovery points for at most ${duration(max(self.retention_days, given(self.locked_days, 0)) * 1440)}"
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers   = ["S1-18", "S2-14", "S2-52"]
  why      = "A tag that names a retention is what auditors read. When the plan deletes earlier, the obligation behind the tag is broken without anybody noticing."
  fix      = "Add a rule with a retention that long, lock the objects of the bucket for it, or correct the tag."
}
