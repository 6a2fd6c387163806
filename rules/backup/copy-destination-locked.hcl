rule "copy-destination-locked" {
  title         = "Vault that receives copies has no vault lock"
  theme         = "copy"
  on            = backup_copy
  require       = self.destination_vault == null ? unresolved("the destination ${describe(self.destination)} is not in this configuration") : self.destination_vault.lock != null
  at            = self.destination
  see           = { "the destination is declared here, without a lock" = self.destination_vault }
  message       = "the ${self.label} goes to ${self.destination_vault.label}, which has no vault lock: copies can be deleted there"
  discriminator = describe(self.destination)
  severity      = "high"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports      = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers        = ["S1-45", "S2-10", "S2-12"]
  why           = "The copy is what remains when the first vault is lost or emptied. It must be at least as hard to delete."
  fix           = "Lock the destination vault, in compliance mode where regulation asks for it."
}
