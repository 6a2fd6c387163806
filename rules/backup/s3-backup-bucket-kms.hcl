rule "s3-backup-bucket-kms" {
  title    = "Bucket of backups is not encrypted with a KMS key"
  theme    = "encryption"
  on       = s3_bucket
  when     = !self.is_directory && self.holds_backups
  require  = contains(["aws:kms", "aws:kms:dsse"], given(self.encryption, "AES256"))
  at       = self.encryption
  see      = { "reports are delivered to it" = self.report_plans, "it holds these replicas" = self.replica_of }
  message  = "${self.label} holds backups or evidence, and its objects are encrypted with a key that the service owns: whoever may read the bucket may read them"
  severity = "medium"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S2-29", "S2-50", "S2-54"]
  why      = "With a KMS key, reading a backup takes a second right, every use of it is logged, and the key can be withdrawn. The service's own encryption gives none of that."
  fix      = "Make `aws:kms` the default encryption of the bucket, with a key of your own and a bucket key."
}
