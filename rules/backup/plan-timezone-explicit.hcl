rule "plan-timezone-explicit" {
  title         = "Schedule names a local time without a time zone"
  theme         = "schedule"
  enabled       = false
  on            = backup_rule
  when          = is_set(self.schedule) && names_local_time(self)
  require       = is_set(self.timezone)
  at            = self.schedule
  message       = "the name or a tag of ${self.label} speaks of a local time, and its schedule runs in UTC"
  discriminator = self.name
  severity      = "info"
  basis         = "convention"
  supports      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers        = ["S1-72"]
  why           = "Without a zone a schedule is in UTC. Two in the morning may then be the middle of the working day; with a zone that has summer time a run may shift by an hour."
  fix           = "Set `ScheduleExpressionTimezone` or `schedule_expression_timezone`."
}

function "names_local_time" {
  parameters = ["rule"]
  result     = any([for text in concat([given(rule.name, "")], values(given(rule.plan.tags, {}))) : length(regexall("(?i)(local|night|evening|morning|midnight|office.?hours|business.?hours)", text)) > 0])
}
