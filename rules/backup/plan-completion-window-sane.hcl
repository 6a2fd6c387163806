rule "plan-completion-window-sane" {
  title         = "Completion window ends backups before they can finish"
  theme         = "schedule"
  on            = backup_rule
  when          = is_set(self.completion_window)
  require       = self.completion_window > self.start_window && self.completion_window >= 120 && !overlaps_next(self)
  at            = self.completion_window
  see           = { "it may start this late" = self.start_window, "it runs this often" = self.schedule }
  message = (
    self.completion_window <= self.start_window ? "${self.label} is cancelled ${duration(self.completion_window)} after its time, but may start as late as ${duration(self.start_window)} after it" :
    self.completion_window < 120 ? "${self.label} is cancelled after ${duration(self.completion_window)}; a job may use an hour to start, and needs one to run" :
    "${self.label} may run for ${duration(self.completion_window)}, but starts every ${duration(self.gap_minutes)}: jobs overlap"
  )
  discriminator = self.name
  severity      = "medium"
  level         = self.completion_window <= self.start_window || self.completion_window < 120 ? "medium" : "low"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20"]
  why           = "A job that has not finished when its completion window ends is cancelled and leaves no recovery point. One that may run into the next one delays it."
  fix           = "Give the completion window at least an hour more than the start window, and less than the time between two runs."
}

function "overlaps_next" {
  parameters = ["rule"]
  result     = rule.gap_minutes != null && rule.completion_window > rule.gap_minutes
}
