rule "vault-policy-wildcard-action-ineffective" {
  title    = "Vault policy has a wildcard where the service takes none"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.policy != null
  require  = length(wildcard_actions(self)) == 0
  at       = is_set(first(wildcard_actions(self))) ? first(wildcard_actions(self)) : self.policy
  message  = "the policy of ${self.label} speaks of `${first(wildcard_actions(self))}`; policies of vaults take no wildcard in actions, so this statement protects nothing"
  severity = "medium"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15"], cis = ["6.8"] }
  covers   = ["S1-42", "S2-32"]
  why      = "What reads like a denial of everything denies nothing. The gap shows only when somebody deletes a recovery point."
  fix      = "Write out the actions: `backup:DeleteRecoveryPoint`, `backup:UpdateRecoveryPointLifecycle` and so on."
}

function "wildcard_actions" {
  parameters = ["vault"]
  result = flatten([
    for statement in vault.policy_statements : [
      for action in concat(given(statement.actions, []), given(statement.not_actions, [])) : action if strcontains(action, "*")
    ]
  ])
}
