rule "plan-continuous-retention" {
  title         = "Continuous backup has a retention that the service refuses"
  theme         = "schedule"
  on            = backup_rule
  when          = self.is_continuous
  require = (
    self.lifecycle == null ? false :
    self.lifecycle.delete_after == null ? unresolved("nothing documents a continuous rule whose lifecycle has no end") :
    self.lifecycle.delete_after >= 1 && self.lifecycle.delete_after <= 35
  )
  at            = self.lifecycle.delete_after
  see           = { "this makes it continuous" = self.is_continuous }
  message       = self.lifecycle == null ? "${self.label} is continuous and has no lifecycle: the service refuses the plan" : "${self.label} is continuous and keeps ${self.lifecycle.delete_after} days; the service takes 1 to 35"
  discriminator = self.name
  severity      = "high"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers        = ["S1-23", "S2-04"]
  why           = "Continuous backup reaches back 35 days at most. A rule that asks for more, or for no end, is rejected, and the plan with it."
  fix           = "Keep continuous backups for 1 to 35 days, and add a rule with snapshots for anything longer."
}
