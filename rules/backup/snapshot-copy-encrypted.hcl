rule "snapshot-copy-encrypted" {
  title    = "Copies of snapshots are not encrypted"
  theme    = "encryption"
  on       = snapshot_copy
  require = (
    self.is_encrypted
    || self.snapshot.volume.is_encrypted == true
    || (length(given(self.targets, [])) > 0 && all([for target in self.targets : target.is_encrypted == true]))
    || (self.follows_account && encrypts_all_volumes(model.volume_encryption_setting, self.region, self.account))
  )
  at       = self.is_encrypted
  see      = { "it copies this snapshot" = self.snapshot }
  message  = "${self.label} copies snapshots without encrypting them, and not all that they are taken of is known to be encrypted"
  severity = "high"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S2-29", "S2-31"]
  why      = "The copy of a snapshot in plain text is in plain text, in a region that fewer people look at. The copy of a database's snapshot needs a key of the region that it goes to."
  fix      = "Set `encrypted = true` (volumes, images, every rule of a lifecycle policy), or `kms_key_id` with a key of the other region (databases)."
}
