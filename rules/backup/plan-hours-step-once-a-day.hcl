rule "plan-hours-step-once-a-day" {
  title         = "Schedule that steps through the hours fires only once a day"
  theme         = "schedule"
  on            = backup_rule
  when          = length(hour_steps(self.schedule)) > 0 && promises_several(self)
  require       = hour_steps(self.schedule)[0].first + hour_steps(self.schedule)[0].step <= 23
  at            = self.schedule
  message       = "${self.label} promises several runs a day, but from ${hour_steps(self.schedule)[0].first}:00 in steps of ${hour_steps(self.schedule)[0].step} hours only one is before midnight"
  discriminator = self.name
  severity      = "low"
  basis         = "convention"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20", "S2-03"]
  why           = "The hours of a schedule are counted from 0 to 23 of each day; a step never reaches across midnight. `13/12` means 13:00, not every 12 hours."
  fix           = "Begin the step early enough, as in `1/12`, or list the hours: `1,13`."
}

# The hour field, where it is a first hour and a step.
function "hour_steps" {
  parameters = ["schedule"]
  result     = [for parts in regexall("^cron\\(\\S+ +([0-9]+)/([0-9]+) ", schedule) : { first = tonumber(parts[0]), step = tonumber(parts[1]) }]
}

function "promises_several" {
  parameters = ["rule"]
  result     = any([for name in concat([rule.name, rule.plan.name], values(rule.recovery_point_tags)) : length(regexall("(^|[^a-z])(every-?[0-9]*-?h(ou)?rs?|[0-9]+-?h(ou)?r(s|ly)|hourly|[0-9]+x[0-9]+|twice-?(a-)?da(il)?y)([^a-z]|$)", replace(lower(given(name, "")), "_", "-"))) > 0])
}
