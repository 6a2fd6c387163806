rule "plan-target-vault-region" {
  title         = "Backup rule targets a vault in another region"
  theme         = "schedule"
  on            = backup_rule
  when          = self.vault != null
  require       = self.vault.region == self.region || any([for vault in model.backup_vault : vault.name == self.vault.name && vault.region == self.region])
  at            = self.vault_name
  see           = { "the vault is declared here" = self.vault }
  message       = "${self.label} runs in ${describe(self.region)}, its vault ${self.vault.label} is in ${describe(self.vault.region)}: no vault of that name is there"
  discriminator = self.name
  severity      = "high"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-05", "S1-20"]
  why           = "A rule names its vault without a region, and the service looks in the plan's own. Copies are the way to another region."
  fix           = "Name a vault of the plan's region, and add a copy action to the other one."
}
