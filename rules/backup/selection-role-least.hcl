rule "selection-role-least" {
  title    = "Role that makes backups may do more than that"
  theme    = "selection"
  on       = backup_selection
  when     = self.service_role != null
  require  = !is_administrator(self.service_role) && !holds_policy(self.service_role, "AWSBackupServiceRolePolicyForRestores")
  at       = self.role
  see      = { "this role may do more" = self.service_role }
  message = (holds_policy(self.service_role, "AWSBackupServiceRolePolicyForRestores")
    ? "the role ${self.service_role.label} of ${self.label} makes backups and may restore them as well"
    : "the role ${self.service_role.label} of ${self.label} may do everything in the account"
  )
  severity = "low"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15"], cis = ["6.8"] }
  covers   = ["S1-42", "S1-84", "S2-32", "S2-44"]
  why      = "A role that runs every night needs to read. A restore overwrites or discloses, and belongs to a role that is used when somebody asks for it."
  fix      = "Give backups a role with `AWSBackupServiceRolePolicyForBackup` alone, and restores one of their own."
}

function "is_administrator" {
  parameters = ["role"]
  result = holds_policy(role, "AdministratorAccess") || any([
    for policy in role.documents : any([
      for statement in policy_statements(policy) :
      statement.effect == "Allow"
      && any([for action in given(statement.actions, []) : contains(["*", "*:*"], action)])
      && any([for resource in given(statement.resources, []) : resource == "*"])
    ])
  ])
}
