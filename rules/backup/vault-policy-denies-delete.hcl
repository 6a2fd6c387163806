rule "vault-policy-denies-delete" {
  title    = "Vault policy denies nobody to delete recovery points"
  theme    = "vault"
  on       = family.recovery_store
  require  = self.has_valid_compliance_lock || length(undenied_actions(self)) == 0
  at       = given(self.policy, self)
  see      = { "this lock would be enough, if it were valid and in compliance mode" = self.lock }
  message = (any([for statement in self.policy_statements : any([for action in undenied_actions(self) : denies_on_recovery_points(statement, action)])])
    ? "the policy of ${self.label} denies ${join(" and ", undenied_actions(self))}, but its conditions or exceptions let more than a few named principals through"
    : "nothing denies ${join(" and ", undenied_actions(self))} on ${self.label} to everyone: any administrator can remove its recovery points or make them expire"
  )
  severity = "high"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15", "A.8.13"], nist_csf = ["PR.DS-11"], cis = ["6.8"] }
  covers   = ["S1-42", "S1-45", "S2-10", "S2-32"]
  why      = <<-EOT
    Who steals the credentials of an administrator deletes the backups first, or shortens their lifecycle and waits. A
    denial in the policy of the vault holds whatever the identity is allowed.
  EOT
  fix      = <<-EOT
    Add a `Deny` statement for `backup:DeleteRecoveryPoint` and `backup:UpdateRecoveryPointLifecycle` with principal
    `*` and resource `*`; let at most a few principals through, each by name, with `ArnNotEquals` on
    `aws:PrincipalArn`. Or lock the vault in compliance mode.
  EOT
}

# What only a few may do with recovery points, and more can.
function "undenied_actions" {
  parameters = ["vault"]
  result = [
    for action in ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"] : action
    if !any([for statement in vault.policy_statements : denies_on_recovery_points(statement, action) && exempts_few(statement)])
  ]
}

function "exempts_few" {
  parameters = ["statement"]
  result = (
    all([for condition in given(statement.conditions, []) : is_exemption(condition)])
    && length(exempted(statement)) <= 5
    && !any([for name in exempted(statement) : is_crowd(name)])
  )
}
