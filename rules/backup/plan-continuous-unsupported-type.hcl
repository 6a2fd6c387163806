rule "plan-continuous-unsupported-type" {
  title    = "Continuous backup is only snapshots here"
  theme    = "schedule"
  on       = family.data_store
  when     = length(self.continuous_rules) > 0
  require  = self.continuous_rpo_minutes != null || given(self.native.rpo_minutes, infinity) <= 15
  at       = self
  see      = { "this rule is continuous" = [for rule in self.continuous_rules : given(rule.is_continuous, rule)] }
  message  = "${self.label} is in a rule with continuous backup, which the service does not offer for it: it silently gets snapshots on schedule"
  severity = "medium"
  level    = self.explicit_tier == "critical" ? "medium" : "info"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-23", "S2-04"]
  why      = "Continuous backup exists for RDS, Aurora and S3. Of everything else a continuous rule makes ordinary snapshots, and no job ever says so."
  fix      = "Use the point-in-time recovery of the store itself where there is one, or a schedule that is dense enough."
}
