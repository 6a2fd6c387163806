rule "plan-continuous-vs-lock-min" {
  title         = "Vault lock demands more than continuous backup can keep"
  theme         = "schedule"
  on            = backup_rule
  when          = self.is_continuous && (self.vault == null || self.vault.lock.min_days != null)
  require       = self.vault == null ? unresolved("the vault ${describe(self.vault_name)} is not in this configuration") : self.vault.lock.min_days <= 35
  at            = self.vault_name
  see           = { "the lock of its vault demands at least this" = self.vault.lock.min_days }
  message       = "${self.label} is continuous, which keeps 35 days at most, and the lock of ${self.vault.label} demands ${self.vault.lock.min_days}: no retention is legal for both"
  discriminator = self.name
  severity      = "high"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports      = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers        = ["S1-45", "S2-04", "S2-12"]
  why           = "A locked vault refuses recovery points whose retention is below its minimum, and continuous ones may not stay longer than 35 days. Every job of the rule fails."
  fix           = "Send continuous backups to a vault whose lock demands at most 35 days."
}
