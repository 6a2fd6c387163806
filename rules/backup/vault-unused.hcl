rule "vault-unused" {
  title    = "Nothing fills the vault"
  theme    = "vault"
  on       = family.recovery_store
  require  = length(self.filled_by) + length(self.copied_from) + length(self.isolates) > 0 || is_filled_from_outside(self, policy) || (length(model.organization_backup_policy) > 0 && unresolved("plans of the organisation may fill it"))
  at       = self
  message  = "no rule and no copy action of this configuration writes to ${self.label}"
  severity = "info"
  basis    = "convention"
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"], cis = ["11.2"] }
  covers   = ["S1-05"]
  why      = "A vault that nothing fills is often one that was meant to be filled: a rule names another vault, or was removed with its plan."
  fix      = "Let a rule or a copy action write to the vault, or remove it. If other accounts copy into it, allow them `backup:CopyIntoBackupVault` in its policy."
}

function "is_filled_from_outside" {
  parameters = ["vault", "policy"]
  result = (
    any([for statement in vault.policy_statements : statement.effect == "Allow" && covers_action(statement, "backup:CopyIntoBackupVault")])
    || any([for key in policy.external_vault_tags : tag_of(vault.tags, key) != null])
  )
}
