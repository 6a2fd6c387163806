rule "plan-continuous-s3-one-vault" {
  title    = "Continuous and periodic backups of a bucket go to different vaults"
  theme    = "schedule"
  on       = s3_bucket
  when     = length(self.continuous_rules) > 0 && length(self.snapshot_rules) > 0
  require  = all([for periodic in self.snapshot_rules : all([for rule in self.continuous_rules : rule.vault_known_as == periodic.vault_known_as])])
  at       = self
  see = {
    "this rule is continuous" = [for rule in self.continuous_rules : given(rule.vault_name, rule)]
    "this one is periodic"    = [for rule in self.snapshot_rules : given(rule.vault_name, rule)]
  }
  message  = "${self.label} is in a continuous and in a periodic rule that name different vaults; for a bucket the service wants one"
  severity = "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-10", "S2-04"]
  why      = "Periodic backups of a bucket build on its continuous one and must lie in the same vault."
  fix      = "Give both rules the same vault, and use copies for a second place."
}
