rule "copy-cross-account" {
  title         = "Copy of recovery points stays in the same account"
  theme         = "copy"
  on            = backup_copy
  require       = self.destination_account != self.account
  at            = self.destination
  see           = { "the destination is declared here" = self.destination_vault }
  message       = "the ${self.label} stays in the account of the plan: whoever takes over this account can delete the copy as well"
  discriminator = describe(self.destination)
  severity      = "high"
  level         = any([for store in self.rule.stores : store.explicit_tier == "critical"]) ? "high" : "medium"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.4"] }
  supports      = { nist_csf = ["PR.IR-01"] }
  covers        = ["S1-43", "S2-34"]
  why           = "An isolated copy has its own administrators. With one account for both, a single compromise takes the data and its backups."
  fix           = "Copy to a vault in an account that is used for nothing else, and let its policy allow `backup:CopyIntoBackupVault`."
}
