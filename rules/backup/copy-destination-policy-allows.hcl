rule "copy-destination-policy-allows" {
  title         = "Vault in another account does not let copies in"
  theme         = "copy"
  on            = backup_copy
  when          = self.destination_account != self.account
  require       = self.destination_vault == null ? unresolved("the destination ${describe(self.destination)} is not in this configuration") : any([for statement in self.destination_vault.policy_statements : lets_copies_in(statement, self.account)])
  at            = self.destination
  see           = { "the destination is declared here" = self.destination_vault, "its policy" = self.destination_vault.policy }
  message       = "the ${self.label} goes to ${self.destination_vault.label} in another account, ${self.destination_vault.policy == null ? "which has no policy" : "whose policy does not let this account in"}: without `backup:CopyIntoBackupVault` every copy is refused"
  discriminator = describe(self.destination)
  severity      = "high"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.4"] }
  supports      = { iso27001 = ["A.8.3"], nist_csf = ["PR.AA-05"] }
  covers        = ["S1-43", "S2-34"]
  why           = "The account that receives copies decides who may send them. Until its vault says so, the isolated copy exists on paper only."
  fix           = "Allow `backup:CopyIntoBackupVault` in the policy of the destination vault to the account of the plan, or to the organization. Wildcards in actions do not count."
}

function "lets_copies_in" {
  parameters = ["statement", "account"]
  result = (
    statement.effect == "Allow"
    && covers_action(statement, "backup:CopyIntoBackupVault")
    && (concerns_everyone(statement) || any([for principal in statement.principals : principal_account(principal) == account]))
  )
}
