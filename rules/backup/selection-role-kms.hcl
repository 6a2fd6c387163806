rule "selection-role-kms" {
  title    = "Role of a selection may not use a key of what it backs up"
  theme    = "selection"
  on       = backup_selection
  when     = self.role != null && length(keys_in_use(self)) > 0
  require  = all([for key in keys_in_use(self) : lets_use(key, "kms:Decrypt", [self.role])])
  at       = self.role
  see      = { "the policy of this key leaves the role out" = [for key in keys_in_use(self) : key.policy if !lets_use(key, "kms:Decrypt", [self.role])] }
  message  = "${self.label} works under ${given(self.service_role.address, describe(self.role))}, which the policy of ${first([for key in keys_in_use(self) : key if !lets_use(key, "kms:Decrypt", [self.role])]).label} does not let use the key: its jobs fail"
  severity = "medium"
  controls = { iso27001 = ["A.8.13", "A.8.24"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.8.2"], nist_csf = ["PR.AA-05", "PR.DS-01"], cis = ["6.8"] }
  covers   = ["S1-20", "S1-41", "S2-44"]
  why      = "A key whose policy does not name the account asks nobody else: whatever access policies the role holds, it cannot read the data or write the backup."
  fix      = "Allow the role in the policy of the key, or let the policy leave the decision to the account with `kms:*` for its root."
}

# Keys of this configuration with policies of their own: of what is selected, and of the vaults that the plan fills.
function "keys_in_use" {
  parameters = ["selection"]
  result = distinct([
    for key in concat([for store in selection.stores : store.actual_key], flatten([for rule in selection.plan.rules : rule.vault.actual_key])) : key
    if key != null && key.is_declared && key.policy != null
  ])
}
