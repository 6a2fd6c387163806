rule "plan-schedule-min-hourly" {
  title         = "Backup schedule is denser than the service allows"
  theme         = "schedule"
  on            = backup_rule
  when          = !is_rate(self.schedule) && schedule_problem(self.schedule) == null
  require       = schedule_gap_min(self.schedule, self.timezone) >= 60
  at            = self.schedule
  message       = "${self.label} asks for a backup every ${duration(schedule_gap_min(self.schedule, self.timezone))}; the service makes at most one an hour. Less than an hour of loss takes continuous backup or the point-in-time recovery of the store itself"
  discriminator = self.name
  severity      = "high"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20", "S2-04"]
  why           = "The shortest interval between scheduled backups is one hour. A denser schedule promises a recovery point objective that nothing keeps."
  fix           = "Make it hourly or rarer, and turn on continuous backup (`EnableContinuousBackup`, for databases and buckets that support it) or the table's own point-in-time recovery."
}
