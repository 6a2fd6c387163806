rule "kms-policy-deletion-restricted" {
  title    = "Many may delete or disable the key of backups"
  theme    = "encryption"
  on       = kms_key
  when     = self.is_declared && self.encrypts_backups && self.policy != null
  require  = all([for action in ["kms:ScheduleKeyDeletion", "kms:DisableKey"] : is_withheld(self, action)])
  at       = is_set(first(reckless_statements(self))) ? first(reckless_statements(self)) : self.policy
  see      = { "it encrypts this vault" = [for vault in self.all_vaults : vault.key] }
  message  = "the policy of ${self.label} lets whole accounts delete or disable the key, and with it every backup in ${example(self.all_vaults).label}"
  severity = "medium"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15", "A.8.24"], cis = ["6.8"] }
  covers   = ["S1-13", "S1-42", "S2-32"]
  why      = "Whoever may delete the key need not touch the backups: without it they are noise. Leaving it to the account's own access policies is fine; handing it to everybody in an account, or to another account, is not."
  fix      = "Name the few roles that administer keys, or deny `kms:ScheduleKeyDeletion` and `kms:DisableKey` to all others."
}

function "is_withheld" {
  parameters = ["key", "action"]
  result = (
    !any([for statement in reckless_statements(key) : matches_action(statement, action)])
    || any([for statement in policy_statements(key.policy) : statement.effect == "Deny" && matches_action(statement, action) && (concerns_everyone(statement) || statement.not_principals != null)])
  )
}

# Rights for a crowd. No service deletes keys for others, and named principals are no crowd.
function "reckless_statements" {
  parameters = ["key"]
  result = [
    for statement in policy_statements(key.policy) : statement
    if statement.effect == "Allow"
    && any([for action in ["kms:ScheduleKeyDeletion", "kms:DisableKey"] : matches_action(statement, action)])
    && any([for principal in statement.principals : is_crowd_with_key(principal, key)])
    && !any([for condition in given(statement.conditions, []) : contains(["kms:viaservice", "aws:principalarn", "aws:principaltag"], lower(condition.key))])
  ]
}

function "is_crowd_with_key" {
  parameters = ["principal", "key"]
  result     = is_crowd(principal.value) || (is_account(principal, principal_account(principal)) && !is_account(principal, arn_part(key.arn, "account")))
}
