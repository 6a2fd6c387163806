rule "plan-start-window-min" {
  title         = "Start window is shorter than the service allows"
  theme         = "schedule"
  on            = backup_rule
  when          = is_set(self.start_window)
  require       = self.start_window >= 60
  at            = self.start_window
  message       = "${self.label} must start within ${self.start_window} minutes; the service refuses less than 60, and the whole plan with it"
  discriminator = self.name
  severity      = "medium"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20"]
  why           = "A plan with a start window below an hour is rejected at deployment."
  fix           = "Give the start window 60 minutes or more, or leave it out."
}
