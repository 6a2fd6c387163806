rule "copy-cross-region" {
  title         = "Copy of recovery points stays in the same region"
  theme         = "copy"
  on            = backup_copy
  require       = self.destination_region != self.region
  at            = self.destination
  see           = { "the destination is declared here" = self.destination_vault }
  message       = "the ${self.label} stays in the region of the plan${is_known(self.region) ? " (${describe(self.region)})" : ""}: it does not survive the loss of that region"
  discriminator = describe(self.destination)
  severity      = "high"
  level         = self.destination_account != self.account ? "medium" : "high"
  controls      = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports      = { iso27001 = ["A.5.29"] }
  covers        = ["S1-24", "S1-63", "S2-13", "S2-33", "S2-36", "S2-40"]
  why           = "Copies exist for the day on which a region, or everything in it, is gone. One next to the original is only a second copy of the same risk."
  fix           = "Name a vault in another region as the destination."
}
