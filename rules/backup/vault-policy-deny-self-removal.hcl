rule "vault-policy-deny-self-removal" {
  title    = "Vault policy can be taken away by those whom it restrains"
  theme    = "vault"
  on       = family.recovery_store
  when     = !self.has_valid_compliance_lock && any([for statement in self.policy_statements : denies_on_recovery_points(statement, "backup:DeleteRecoveryPoint")])
  require  = length(ways_around(self)) == 0
  at       = self.policy
  message  = "the policy of ${self.label} denies deleting recovery points, but not ${join(", ", ways_around(self))}: who wants to delete them removes the obstacle first"
  severity = "medium"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15", "A.8.13"], nist_csf = ["PR.DS-11"], cis = ["6.8"] }
  covers   = ["S1-42", "S2-32"]
  why      = "A denial is worth as much as the right to edit it. An administrator who may replace the policy, or delete the lock or the vault, needs one call more."
  fix      = "Add `backup:PutBackupVaultAccessPolicy`, `backup:DeleteBackupVaultAccessPolicy`, `backup:DeleteBackupVault` and `backup:DeleteBackupVaultLockConfiguration` to the denied actions, with the same exceptions."
}

# Only a lock that is there can be deleted.
function "ways_around" {
  parameters = ["vault"]
  result = [
    for action in concat(
      ["backup:PutBackupVaultAccessPolicy", "backup:DeleteBackupVaultAccessPolicy", "backup:DeleteBackupVault"],
      vault.lock == null ? [] : ["backup:DeleteBackupVaultLockConfiguration"],
    ) : action
    if !any([for statement in vault.policy_statements : denies(statement, action)])
  ]
}
