rule "dynamodb-cmk-replicas" {
  title         = "Replica of a table falls back to a key of the service"
  theme         = "encryption"
  on            = table_replica
  when          = self.table_key != null
  require       = self.key != null
  at            = self.key
  see           = { "the table has this key" = self.table_key }
  message       = "${self.label} names no key, so it is encrypted with one of the service, unlike its table"
  discriminator = describe(self.region)
  severity      = "medium"
  controls      = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports      = { iso27001 = ["A.8.13", "A.8.14"], nist_csf = ["PR.DS-11"] }
  covers        = ["S1-41", "S2-31", "S2-34"]
  why           = "A key belongs to its region. A replica for which nobody names one gets a key of the service, and the data leaves the control that the table's own key gives."
  fix           = "Name a key of the replica's region: `Replicas[*].SSESpecification.KMSMasterKeyId` (CloudFormation) or `kms_key_arn` of the replica (Terraform)."
}
