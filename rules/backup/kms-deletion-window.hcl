rule "kms-deletion-window" {
  title    = "Key can be gone before anybody notices"
  theme    = "encryption"
  on       = kms_key
  when     = self.deletion_window_days != null
  require  = self.deletion_window_days >= wanted_window(self, policy)
  at       = self.deletion_window_days
  see      = { "it encrypts this vault" = [for vault in self.vaults : vault.key] }
  message  = "${self.label} is gone ${self.deletion_window_days} days after somebody orders its deletion, with everything that it encrypts; ${policy.min_backup_key_window_days} days for a key of backups, or ${policy.min_key_window_days} for any other, leave time to stop that"
  severity = "medium"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-13", "S2-37"]
  why      = "Deleting a key destroys all its ciphertext at once, backups included, and nobody can undo it. The waiting time is the only chance to stop it."
  fix      = "Leave `PendingWindowInDays` or `deletion_window_in_days` out: 30 days are the default and the most that can be had."
}

function "wanted_window" {
  parameters = ["key", "policy"]
  result     = key.encrypts_backups ? policy.min_backup_key_window_days : policy.min_key_window_days
}
