rule "kms-policy-no-public" {
  title    = "Key policy lets everybody use the key"
  theme    = "encryption"
  on       = kms_key
  when     = self.policy != null
  require  = length(open_key_statements(self)) == 0
  at       = is_set(first(open_key_statements(self))) ? first(open_key_statements(self)) : self.policy
  message  = "the policy of ${self.label} allows ${join(", ", flatten([for statement in open_key_statements(self) : given(statement.actions, ["all other actions"])]))} to every account there is"
  severity = "critical"
  basis    = "service"
  controls = { iso27001 = ["A.8.24", "A.8.3"], nist_csf = ["PR.DS-01", "PR.AA-05"], cis = ["11.3", "3.11", "3.3"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S1-42", "S2-30", "S2-32"]
  why      = <<-EOT
    The principal `*` means the accounts of strangers too. A condition on `kms:ViaService` does not keep them out: they
    have that service in their own accounts.
  EOT
  fix      = "Name the accounts, or add a condition on `kms:CallerAccount`, `aws:PrincipalOrgID`, `aws:PrincipalAccount` or `aws:SourceAccount`."
}

function "open_key_statements" {
  parameters = ["key"]
  result     = [for statement in policy_statements(key.policy) : statement if is_open_to_all(statement)]
}
