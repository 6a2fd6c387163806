rule "copy-retention-not-shorter" {
  title         = "Copy is deleted before the recovery point it was made of"
  theme         = "copy"
  on            = backup_copy
  when          = self.lifecycle.delete_after != null
  require       = self.retention_days >= self.rule.retention_days
  at            = self.lifecycle.delete_after
  see           = { "the source stays longer" = self.rule.lifecycle.delete_after }
  message       = "the ${self.label} keeps copies ${days_in_words(self.retention_days)}, the rule keeps its own recovery points ${days_in_words(self.rule.retention_days)}: for the difference, nothing is left elsewhere"
  discriminator = describe(self.destination)
  severity      = "low"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10", "A.8.14"], nist_csf = ["ID.AM-08", "PR.IR-03"], cis = ["11.4"] }
  covers        = ["S1-24", "S1-63", "S2-13"]
  why           = "A copy that vanishes first does not protect the older recovery points against the loss of their region or account."
  fix           = "Keep copies at least as long as their source, or leave their lifecycle out: then they inherit it."
}
