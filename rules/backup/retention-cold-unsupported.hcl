rule "retention-cold-unsupported" {
  title         = "Cold storage has no effect on what the rule backs up"
  theme         = "retention"
  on            = backup_rule
  when          = self.lifecycle.cold_after != null && length(self.plan.selections) > 0
  require       = length(self.selected) == 0 ? unresolved("nothing that ${self.plan.label} selects is in this configuration") : all([for item in self.selected : keeps_cold(item.arn)])
  at            = self.lifecycle.cold_after
  see           = { "this is selected and never moves" = [for item in self.selected : item.arn if !keeps_cold(item.arn)] }
  message       = "${self.label} moves recovery points to cold storage after ${self.lifecycle.cold_after} days; the service ignores that for ${example([for item in self.selected : item.label if !keeps_cold(item.arn)])}"
  discriminator = self.name
  severity      = "medium"
  level         = any([for item in self.selected : keeps_cold(item.arn)]) ? "info" : "medium"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S2-41"]
  why           = "Only some services have cold storage for recovery points. The others keep them warm without a word, at the price of warm storage."
  fix           = "Leave the move out, or give these resources a plan of their own."
}
