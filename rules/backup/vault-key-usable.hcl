rule "vault-key-usable" {
  title    = "Key of the vault cannot encrypt its recovery points"
  theme    = "encryption"
  on       = family.recovery_store
  when     = self.actual_key != null && self.actual_key.is_declared
  require  = self.actual_key.is_enabled && can_encrypt(self.actual_key) && self.actual_key.region == self.region
  at       = self.key
  see      = { "this key" = self.actual_key }
  message = (
    !self.actual_key.is_enabled ? "${self.label} is encrypted with ${self.actual_key.label}, which is disabled: every backup into the vault fails" :
    !can_encrypt(self.actual_key) ? "${self.label} is encrypted with ${self.actual_key.label}, a key for ${self.actual_key.usage} of type ${self.actual_key.spec}; the service needs a symmetric one that encrypts" :
    "${self.label} is in ${describe(self.region)}, but its key ${self.actual_key.label} is in ${describe(self.actual_key.region)}: a vault takes only keys of its own region"
  )
  severity = "high"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S2-29", "S2-37"]
  why      = "A vault whose key cannot be used takes no backups and gives none back. Neither shows before a job runs."
  fix      = "Give the vault an enabled key with the usage `ENCRYPT_DECRYPT`, of type `SYMMETRIC_DEFAULT`, in the region of the vault."
}

function "can_encrypt" {
  parameters = ["key"]
  result     = key.usage == "ENCRYPT_DECRYPT" && key.spec == "SYMMETRIC_DEFAULT"
}
