rule "vault-cmk" {
  title    = "Backup vault is not encrypted with a customer managed key"
  theme    = "encryption"
  on       = family.recovery_store
  require  = self.key != null && has_customer_key(self)
  at       = self.key
  message = (self.key == null
    ? "${self.label} names no key, so its recovery points are encrypted with ${self.type_name == "air_gapped_vault" ? "a key that the service owns" : "the managed key of the service"}; types that inherit the encryption of their source are not affected"
    : "${self.label} is encrypted with a key that the service manages: its policy cannot be changed and it cannot be shared with another account"
  )
  severity = "high"
  level    = self.type_name == "air_gapped_vault" ? "low" : "high"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S2-29", "S2-37"]
  why      = <<-EOT
    Recovery points of fully managed types are encrypted with the vault's key. With a key of your own you decide who
    may decrypt them, you can copy them to another account, and you see every use. With the service's key you cannot.
  EOT
  fix      = "Create a key for backups and name its ARN in `EncryptionKeyArn` (CloudFormation) or `kms_key_arn` (Terraform). A vault's key cannot be changed later: this replaces the vault."
}

function "has_customer_key" {
  parameters = ["vault"]
  result     = vault.encryption_key != null ? !vault.encryption_key.is_managed : !startswith(given(arn_part(vault.key, "resource"), vault.key), "alias/aws/")
}
