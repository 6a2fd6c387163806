rule "plan-start-window-exceeds-interval" {
  title         = "Start window is longer than the time between two runs"
  theme         = "schedule"
  on            = backup_rule
  when          = is_set(self.start_window) && schedule_problem(self.schedule) == null
  require       = self.start_window <= schedule_gap_min(self.schedule, self.timezone)
  at            = self.start_window
  see           = { "it runs this often" = self.schedule }
  message       = "${self.label} runs every ${duration(schedule_gap_min(self.schedule, self.timezone))} but may start ${duration(self.start_window)} late: while one job waits, the next ones are not made"
  discriminator = self.name
  severity      = "medium"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20", "S2-03"]
  why           = "Inside a start window the service makes one backup of a resource. Runs that fall into the window of an earlier one are swallowed, and the schedule promises more than is kept."
  fix           = "Make the start window shorter than the interval."
}
