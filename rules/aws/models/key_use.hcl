# Whom the policy of a key lets use it. Without a policy of its own a key leaves that to the account.

# The backup service works as itself, as the role linked to it, or under the role of a selection.
function "is_backup_service" {
  parameters = ["principal"]
  result     = (principal.kind == "Service" && startswith(principal.value, "backup.")) || strcontains(principal.value, "/AWSServiceRoleForBackup")
}

function "lets_use" {
  parameters = ["key", "action", "roles"]
  result = key.policy == null || (
    any([
      for statement in policy_statements(key.policy) :
      statement.effect == "Allow" && matches_action(statement, action) && any([for principal in statement.principals : acts_for_backups(principal, key, roles)])
    ])
    && !any([
      for statement in policy_statements(key.policy) :
      statement.effect == "Deny" && length(given(statement.conditions, [])) == 0 && matches_action(statement, action)
      && any([for principal in statement.principals : principal.value == "*" || any([for role in roles : role == principal.value])])
    ])
  )
}

function "acts_for_backups" {
  parameters = ["principal", "key", "roles"]
  result = (
    principal.value == "*"
    || is_backup_service(principal)
    || is_account(principal, arn_part(key.arn, "account"))
    || any([for role in roles : role == principal.value])
    || (length(roles) == 0 && principal.kind == "AWS" && strcontains(principal.value, ":role/") && unresolved("nothing here says whether ${describe(principal.value)} makes the backups"))
  )
}
