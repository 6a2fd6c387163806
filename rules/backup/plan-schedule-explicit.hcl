rule "plan-schedule-explicit" {
  title         = "Backup rule leaves its schedule to the service"
  theme         = "schedule"
  on            = backup_rule
  require       = is_set(self.schedule)
  at            = self
  message       = "${self.label} has no schedule; the service then runs it daily at 05:00 UTC"
  discriminator = self.name
  severity      = "low"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20", "S2-03"]
  why           = "How much can be lost is a decision. A schedule that nobody wrote down was decided by nobody, and readers of the plan cannot see it."
  fix           = "Write the schedule out, as in `cron(0 5 ? * * *)`."
}
