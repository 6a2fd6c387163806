rule "kms-policy-allows-backup" {
  title    = "Key policy does not let backups use the key of their vault"
  theme    = "encryption"
  on       = kms_key
  when     = self.is_declared && self.encrypts_backups
  require  = length(refused_actions(self)) == 0 && (lets_reencrypt(self) || unresolved("the service encrypts anew with `kms:ReEncrypt*` for some types only"))
  at       = self.policy
  see      = { "it encrypts this vault" = [for vault in self.all_vaults : vault.key] }
  message  = "the policy of ${self.label} gives neither the account nor the role of the backups ${join(", ", refused_actions(self))}: jobs that use ${example(self.all_vaults).label} fail"
  severity = "high"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S2-37", "S2-54"]
  why      = "Only the policy of a key gives rights to it. One that leaves out the account and the role of the backups locks the vault: no recovery point is written, none can be read back."
  fix      = "Add the statement that allows `kms:*` to the account, so that access policies decide, or allow the role of the backups what is missing."
}

# Without these nothing is written and nothing read.
function "refused_actions" {
  parameters = ["key"]
  result     = [for action in ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant", "kms:DescribeKey"] : action if !lets_use(key, action, backup_roles(key))]
}

function "lets_reencrypt" {
  parameters = ["key"]
  result     = all([for action in ["kms:ReEncryptFrom", "kms:ReEncryptTo"] : lets_use(key, action, backup_roles(key))])
}

# Under which the plans that fill the vaults of the key work.
function "backup_roles" {
  parameters = ["key"]
  result = flatten([
    for vault in key.all_vaults : [for rule in vault.filled_by : [for selection in rule.plan.selections : selection.role]]
  ])
}
