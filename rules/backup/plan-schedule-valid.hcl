rule "plan-schedule-valid" {
  title         = "Backup schedule is no valid expression"
  theme         = "schedule"
  on            = backup_rule
  require       = is_valid_schedule(self.schedule)
  at            = self.schedule
  message       = is_rate(self.schedule) ? "${self.label} has the schedule `${self.schedule}`; the service takes only cron expressions" : "${self.label} has the schedule `${self.schedule}`: ${schedule_problem(self.schedule).message}"
  discriminator = self.name
  severity      = "high"
  basis         = "service"
  level         = is_rate(self.schedule) ? "medium" : "high"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20", "S2-03"]
  why           = "A plan with an expression that the service refuses is never deployed, and one that never fires protects nothing."
  fix           = "Write six fields: minutes, hours, day of month, month, day of week, year; one of the two day fields must be `?`, as in `cron(0 5 ? * * *)`."
}
