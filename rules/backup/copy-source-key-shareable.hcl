rule "copy-source-key-shareable" {
  title    = "Other account cannot use the key of what is copied to it"
  theme    = "copy"
  on       = family.data_store
  when     = self.copies_inherit_encryption && self.is_encrypted == true && length(foreign_copies(self)) > 0
  require = self.key != null && has_customer_key(self) && (self.actual_key != null && self.actual_key.is_declared
    ? all([for copy in foreign_copies(self) : lets_copies_out(self.actual_key, copy.destination_account)])
    : unresolved("the policy of the key of ${self.address} is not in this configuration")
  )
  at       = self.key
  see      = { "it is copied by this action" = [for copy in foreign_copies(self) : copy.destination], "the policy of its key" = self.actual_key.policy }
  message = (self.key != null && has_customer_key(self)
    ? "${self.label} is copied to another account, and the policy of its key does not let that account use it: every copy fails"
    : "${self.label} is copied to another account, but encrypted with a key of the service, which cannot be shared: every copy fails"
  )
  severity = "high"
  controls = { iso27001 = ["A.8.24", "A.8.13"], nist_csf = ["PR.DS-01", "PR.DS-11"], cis = ["11.3", "3.11"] }
  supports = { cis = ["11.4"] }
  covers   = ["S1-41", "S1-43", "S2-34"]
  why      = "Recovery points of databases and volumes keep the key of their source. The account that receives a copy must be able to decrypt it, and only the policy of a key of your own can allow that."
  fix      = "Encrypt with a key of your own, and allow `kms:Decrypt`, `kms:CreateGrant` and `kms:DescribeKey` to the other account in its policy."
}

function "foreign_copies" {
  parameters = ["store"]
  result     = [for copy in store.copies : copy if copy.destination_account != copy.account]
}

function "lets_copies_out" {
  parameters = ["key", "account"]
  result = all([
    for action in ["kms:Decrypt", "kms:CreateGrant", "kms:DescribeKey"] : any([
      for statement in policy_statements(key.policy) : statement.effect == "Allow"
      && matches_action(statement, action)
      && (concerns_everyone(statement) || any([for principal in statement.principals : principal_account(principal) == account]))
    ])
  ])
}
