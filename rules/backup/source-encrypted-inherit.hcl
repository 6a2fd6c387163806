rule "source-encrypted-inherit" {
  title    = "Data is not encrypted, and neither will its backups be"
  theme    = "encryption"
  on       = encrypted_source
  require  = self.is_encrypted || (self.follows_account && encrypts_all_volumes(model.volume_encryption_setting, self.region, self.account))
  at       = self.is_encrypted
  message  = "the ${self.kind} ${self.label} is not encrypted at rest${self.kind == "file system" ? "" : ", and its snapshots and recovery points stay as it is, whatever the key of their vault"}"
  severity = "high"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S2-29", "S2-30"]
  why      = "Recovery points of databases, volumes and warehouses keep the encryption of their source. An encrypted vault does not make up for a source in plain text."
  fix      = "Encrypt the source. For most types that replaces it: restore an encrypted copy of its snapshot. For volumes, `aws_ebs_encryption_by_default` does it for a whole region."
}
