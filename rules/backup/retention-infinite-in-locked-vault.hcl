rule "retention-infinite-in-locked-vault" {
  title         = "Recovery points are kept for ever in a vault that nobody can unlock"
  theme         = "retention"
  on            = family.retained
  when          = self.kept_in == null || self.kept_in.lock.mode == "compliance"
  require       = self.retention_days < infinity || (self.kept_in == null ? unresolved("the vault ${describe(self.kept_in_name)} is not in this configuration") : false)
  at            = self.lifecycle.delete_after
  see           = { "its lock is in compliance mode" = self.kept_in.lock }
  message       = "${self.label} sets no end to the retention, and the lock of ${self.kept_in.label} is in compliance mode: what gets in can never be deleted again, not even by the root user"
  discriminator = self.label
  severity      = "high"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-45", "S2-12", "S2-14"]
  why           = "In compliance mode a recovery point leaves the vault only when its retention ends. Without an end it stays, and is paid for, as long as the account exists."
  fix           = "Set a retention that the lock allows, and a maximum retention on the lock."
}
