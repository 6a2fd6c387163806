rule "kms-rotation" {
  title    = "Key of backups or critical data is not rotated"
  theme    = "encryption"
  on       = kms_key
  when     = self.kind == "key" && self.spec == "SYMMETRIC_DEFAULT" && self.origin == "AWS_KMS" && (policy.judge_all_keys || self.encrypts_backups || self.encrypts_tiered_data)
  require  = self.rotates && self.rotation_days <= policy.max_key_rotation_days
  at       = self.rotates ? self.rotation_days : self.rotates
  see = {
    "it encrypts this vault" = [for vault in self.vaults : vault.key]
    "it encrypts this"       = [for store in self.stores : store.key]
  }
  message = (self.rotates
    ? "${self.label} is rotated only every ${self.rotation_days} days; it should be every ${policy.max_key_rotation_days}"
    : "${self.label} is never rotated: the same material encrypts everything for as long as the key lives"
  )
  severity = "medium"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-13", "S1-41", "S2-37"]
  why      = <<-EOT
    Backups are kept for years, and so is what their key has encrypted. With rotation, material that leaks opens only
    what was encrypted with it; the service keeps the older material, so that old recovery points stay readable.
  EOT
  fix      = "Set `EnableKeyRotation: true` (CloudFormation) or `enable_key_rotation = true` (Terraform)."
}
