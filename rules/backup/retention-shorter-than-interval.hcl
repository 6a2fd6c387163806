rule "retention-shorter-than-interval" {
  title         = "Recovery points are deleted before the next ones are made"
  theme         = "retention"
  on            = backup_rule
  when          = self.lifecycle.delete_after != null && self.gap_minutes != null
  require       = self.lifecycle.delete_after * 1440 >= self.gap_minutes * 2
  at            = self.lifecycle.delete_after
  see           = { "it makes one this often" = self.schedule }
  message = (self.lifecycle.delete_after * 1440 <= self.gap_minutes
    ? "${self.label} keeps recovery points for ${duration(self.lifecycle.delete_after * 1440)} and makes one every ${duration(self.gap_minutes)}: there are times without any"
    : "${self.label} keeps recovery points for ${duration(self.lifecycle.delete_after * 1440)} and makes one every ${duration(self.gap_minutes)}: after one bad backup there are times without a good one"
  )
  discriminator = self.name
  severity      = "high"
  level         = self.lifecycle.delete_after * 1440 <= self.gap_minutes ? "high" : "low"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S2-14"]
  why           = "When the last recovery point expires before the next run, nothing can be restored until then. Two intervals leave room for one run that fails."
  fix           = "Keep recovery points for at least twice the interval of the schedule."
}
