rule "kms-key-separation" {
  title    = "Backups are encrypted with the key of what they back up"
  theme    = "encryption"
  on       = family.recovery_store
  when     = self.key != null
  require  = length(stores_with_same_key(self)) == 0
  at       = self.key
  see      = { "the same key encrypts this" = [for store in stores_with_same_key(self) : store.key] }
  message  = "${self.label} uses the key of ${join(" and ", distinct([for store in stores_with_same_key(self) : store.label]))}, which it backs up: whoever disables or loses that key takes the data and its backups at once"
  severity = "medium"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.4"] }
  covers   = ["S1-41", "S2-34", "S2-37"]
  why      = <<-EOT
    Some types get their recovery points encrypted anew with the key of the vault. With one key for both, that is lost:
    a scheduled deletion, a wrong policy or a stolen right hits the data and its only replacement together.
  EOT
  fix      = "Give the vault a key of its own. A vault's key cannot be changed later: this replaces the vault."
}

function "stores_with_same_key" {
  parameters = ["vault"]
  result     = [for store in stores_kept(vault) : store if store.key != null && is_encrypted_anew(store) && is_same_key(store, vault)]
}

function "is_encrypted_anew" {
  parameters = ["store"]
  result     = contains(["s3_bucket", "efs_file_system", "dynamodb_table", "dynamodb_global_table"], store.type_name) && !store.inherits_encryption
}

function "is_same_key" {
  parameters = ["store", "vault"]
  result = (
    store.encryption_key != null && vault.actual_key != null
    ? given(store.encryption_key.target_key, store.encryption_key).address == vault.actual_key.address
    : store.key == vault.key
  )
}
