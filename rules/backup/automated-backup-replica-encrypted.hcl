rule "automated-backup-replica-encrypted" {
  title    = "Backups of an encrypted database are replicated without a key"
  theme    = "encryption"
  on       = backup_replication
  when     = self.database == null || given(self.database.is_encrypted, false)
  require  = self.key != null || (self.database == null && unresolved("the database ${describe(self.source)} is not in this configuration"))
  at       = self.key
  see      = { "this database is encrypted" = given(self.database.is_encrypted, self.database) }
  message  = "${self.database.label} is encrypted, and the replication of its backups names no key of the other region: the service refuses it"
  severity = "high"
  basis    = "service"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13", "A.8.14"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-24", "S1-41", "S2-31"]
  why      = "A key works in one region. Backups of an encrypted database can be kept in another one only under a key that lives there."
  fix      = "Name a key of the other region in `AutomaticBackupReplicationKmsKeyId` (CloudFormation) or `kms_key_id` (Terraform)."
}
