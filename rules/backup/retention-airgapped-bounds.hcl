rule "retention-airgapped-bounds" {
  title         = "Retention is outside what the air-gapped vault allows"
  theme         = "retention"
  on            = family.retained
  when          = self.air_gap != null || self.air_gapped_arn != null
  require       = self.air_gap == null ? unresolved("the air-gapped vault ${describe(self.air_gapped_arn)} is not in this configuration") : is_within(self.retention_days, self.air_gap.lock)
  at            = self.lifecycle.delete_after
  see           = { "the vault keeps recovery points within these bounds" = self.air_gap }
  message       = "${self.label} keeps recovery points ${days_in_words(self.retention_days)}, ${self.air_gap.label} allows ${bounds_in_words(self.air_gap.lock)}: nothing ever gets there"
  discriminator = self.label
  severity      = "high"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports      = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers        = ["S1-45", "S2-10", "S2-12"]
  why           = "A logically air-gapped vault is always locked, with a minimum and a maximum. It refuses what would stay shorter or longer, and the isolated copy does not exist."
  fix           = "Set a retention within the bounds of the air-gapped vault."
}
