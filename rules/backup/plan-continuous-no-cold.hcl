rule "plan-continuous-no-cold" {
  title         = "Continuous backup is to move to cold storage"
  theme         = "schedule"
  on            = backup_rule
  when          = self.is_continuous
  require       = self.lifecycle.cold_after == null
  at            = self.lifecycle.cold_after
  see           = { "this makes it continuous" = self.is_continuous }
  message       = "${self.label} is continuous and moves to cold storage after ${self.lifecycle.cold_after} days; the service refuses the combination"
  discriminator = self.name
  severity      = "high"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers        = ["S1-23", "S2-04"]
  why           = "A continuous recovery point is written to all the time and cannot be put away. The plan is rejected."
  fix           = "Leave the move to cold storage out of the continuous rule; a rule with snapshots can have it."
}
