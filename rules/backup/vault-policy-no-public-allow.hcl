rule "vault-policy-no-public-allow" {
  title    = "Vault policy lets everybody in"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.policy != null
  require  = length(open_statements(self)) == 0
  at       = is_set(first(open_statements(self))) ? first(open_statements(self)) : self.policy
  message  = "the policy of ${self.label} allows ${join(", ", flatten([for statement in open_statements(self) : given(statement.actions, ["all other actions"])]))} to every account there is"
  severity = "critical"
  basis    = "service"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15"], cis = ["6.8"] }
  covers   = ["S1-42", "S2-32"]
  why      = "The principal `*` means the accounts of strangers too. They could fill the vault, or read what is in it."
  fix      = <<-EOT
    Name the accounts, or add a condition on `aws:PrincipalOrgID` (`StringEquals`), `aws:PrincipalOrgPaths`
    (`ForAnyValue:StringLike`), `aws:PrincipalAccount` or `aws:SourceAccount`.
  EOT
}

function "open_statements" {
  parameters = ["vault"]
  result     = [for statement in vault.policy_statements : statement if is_open_to_all(statement)]
}
