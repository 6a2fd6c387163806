rule "secret-key-and-replica-key" {
  title         = "Replica of a secret falls back to a key of the service"
  theme         = "encryption"
  on            = secret_replica
  when          = self.secret_key != null
  require       = self.key != null
  at            = self.key
  see           = { "the secret has this key" = self.secret_key }
  message       = "${self.label} names no key, so it is encrypted with one of the service, unlike the secret"
  discriminator = describe(self.region)
  severity      = "low"
  supports      = { iso27001 = ["A.8.13", "A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3"] }
  covers        = ["S1-13", "S1-30"]
  why           = "The secret's own key decides who may read it. A replica under a key of the service can be read by whoever has the right to the secret alone, and cannot be shared with a recovery account."
  fix           = "Name a key of the region for each replica: `KmsKeyId` (CloudFormation) or `kms_key_id` (Terraform)."
}
