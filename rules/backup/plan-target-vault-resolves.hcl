rule "plan-target-vault-resolves" {
  title         = "Target of a backup rule is no vault name"
  theme         = "schedule"
  on            = backup_rule
  require       = !is_dangling(self.vault_name) && (is_some_lookup(self.vault_name) || (!startswith(self.vault_name, "arn:") && is_vault_name(self) && is_accounted_for(self.vault, self.vault_name, policy)))
  at            = self.vault_name
  message = (
    is_dangling(self.vault_name) ? "${self.label} puts recovery points into a vault that nothing declares" :
    startswith(self.vault_name, "arn:") || !is_vault_name(self) ? "${self.label} puts recovery points into ${describe(self.vault_name)}; the service wants the name of a vault, 2 to 50 letters, digits, hyphens and underscores" :
    "${self.label} puts recovery points into ${self.vault_name}, and no vault of this name is in this configuration or stated to be elsewhere"
  )
  discriminator = self.name
  severity      = "high"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers        = ["S1-05", "S1-20"]
  why           = "A rule knows its vault by name. With an ARN or anything else in its place the plan is rejected, and nothing is backed up."
  fix           = "Refer to the vault's name: `!Ref` of the vault, or `aws_backup_vault.<name>.name`. A literal name may belong to a vault that is declared elsewhere; with `strict = true` that vault is to be stated."
}

function "is_vault_name" {
  parameters = ["rule"]
  result     = rule.vault != null || length(regexall("^[a-zA-Z0-9_-]{2,50}$", rule.vault_name)) > 0
}
