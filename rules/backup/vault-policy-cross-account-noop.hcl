rule "vault-policy-cross-account-noop" {
  title    = "Vault policy grants other accounts what the service refuses them"
  theme    = "vault"
  on       = family.recovery_store
  when     = any([for statement in self.policy_statements : statement.effect == "Allow" && any([for principal in statement.principals : principal_account(principal) != null])])
  require  = length(refused_grants(self)) == 0
  at       = is_set(first(refused_grants(self))) ? first(refused_grants(self)) : self.policy
  message  = "the policy of ${self.label} allows another account more than `backup:CopyIntoBackupVault`; the service refuses every other action across accounts, whatever the policy says"
  severity = "low"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15"], cis = ["6.8"] }
  covers   = ["S1-42", "S2-32"]
  why      = "Somebody counts on a right that does not exist, often that of restoring from another account, and finds out in an emergency."
  fix      = "Leave only `backup:CopyIntoBackupVault` to other accounts. To restore elsewhere, copy the recovery points there or share an air-gapped vault."
}

function "is_refused_grant" {
  parameters = ["statement", "vault"]
  result = (
    statement.effect == "Allow"
    && any([for action in statement.actions : lower(action) != "backup:copyintobackupvault"])
    && any([for principal in statement.principals : principal_account(principal) != null && principal_account(principal) != vault.account])
  )
}

function "refused_grants" {
  parameters = ["vault"]
  result     = [for statement in vault.policy_statements : statement if is_refused_grant(statement, vault)]
}
