rule "plan-rule-names-unique" {
  title         = "Names of backup rules clash or are refused"
  theme         = "schedule"
  on            = backup_rule
  when          = self.name != null
  require       = length(regexall("^[A-Za-z0-9_.-]{1,50}$", self.name)) > 0 && !any([for rule in self.plan.rules : rule.index != self.index && rule.name == self.name])
  at            = self.name
  message = (length(regexall("^[A-Za-z0-9_.-]{1,50}$", self.name)) > 0
    ? "more than one rule of ${self.plan.label} is named \"${self.name}\""
    : "the name of ${self.label} is refused: 1 to 50 letters, digits, hyphens, underscores and periods are allowed"
  )
  discriminator = self.index
  severity      = "low"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-20"]
  why           = "Jobs, reports and recovery points name the rule that made them. Two rules of one name cannot be told apart, and a name outside the allowed characters is rejected."
  fix           = "Give each rule of the plan a name of its own."
}
