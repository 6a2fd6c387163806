rule "vault-policy-mfa-delete" {
  title    = "Recovery points can be deleted without multi-factor authentication"
  theme    = "vault"
  on       = family.recovery_store
  require  = self.has_valid_compliance_lock || any([for statement in self.policy_statements : denies_deletion(statement) && (demands_mfa(statement) || statement.conditions == null)])
  at       = given(self.policy, self)
  see      = { "this lock would be an equivalent, if it were valid and in compliance mode" = self.lock }
  message = (any([for statement in self.policy_statements : denies_deletion(statement) && lets_missing_mfa_through(statement)])
    ? "the policy of ${self.label} denies deletion only when the request says that there was no MFA; requests with long-term access keys say nothing and pass. Use the operator that ends in IfExists"
    : "nothing makes deleting a recovery point of ${self.label} depend on MFA: no policy denies it, and no lock in compliance mode forbids it"
  )
  severity = "high"
  level    = self.tier == "critical" ? "high" : "medium"
  controls = { iso27001 = ["A.8.5"], nist_csf = ["PR.AA-03"], cis = ["6.5", "11.3"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-44"]
  why      = <<-EOT
    A leaked access key must not be enough to destroy the last line of defence. A vault policy can deny deletion to
    everyone who did not authenticate with a second factor; a lock in compliance mode denies it to everyone.
  EOT
  fix      = <<-EOT
    Add a `Deny` statement for `backup:DeleteRecoveryPoint` and `backup:UpdateRecoveryPointLifecycle`, principal `*`,
    resource `*`, with the condition `BoolIfExists` `aws:MultiFactorAuthPresent` = `false`; or lock the vault in
    compliance mode.
  EOT
}

function "denies_deletion" {
  parameters = ["statement"]
  result     = concerns_everyone(statement) && denies_on_recovery_points(statement, "backup:DeleteRecoveryPoint")
}

function "demands_mfa" {
  parameters = ["statement"]
  result = any([for condition in statement.conditions :
    (condition.operator == "BoolIfExists" && lower(condition.key) == "aws:multifactorauthpresent" && all([for value in condition.values : lower(tostring(value)) == "false"]))
    || (condition.operator == "NumericGreaterThanIfExists" && lower(condition.key) == "aws:multifactorauthage")
    || (condition.operator == "Null" && lower(condition.key) == "aws:multifactorauthage" && all([for value in condition.values : lower(tostring(value)) == "true"]))
  ])
}

function "lets_missing_mfa_through" {
  parameters = ["statement"]
  result = any([for condition in statement.conditions :
    (condition.operator == "Bool" && lower(condition.key) == "aws:multifactorauthpresent")
    || (condition.operator == "NumericGreaterThan" && lower(condition.key) == "aws:multifactorauthage")
  ])
}
