rule "retention-below-lock-min" {
  title         = "Retention is shorter than the vault lock demands"
  theme         = "retention"
  on            = backup_rule
  when          = self.lifecycle.delete_after != null && (self.vault == null || self.vault.lock.min_days != null)
  require       = self.vault == null ? unresolved("the vault ${describe(self.vault_name)} is not in this configuration") : self.lifecycle.delete_after >= self.vault.lock.min_days
  at            = self.lifecycle.delete_after
  see           = { "the lock of its vault demands at least this" = self.vault.lock.min_days }
  message       = "${self.label} keeps recovery points for ${self.lifecycle.delete_after} days, the lock of ${self.vault.label} demands at least ${self.vault.lock.min_days}: every backup job of this rule fails"
  discriminator = self.name
  severity      = "critical"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports      = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers        = ["S1-45", "S2-12"]
  why           = "A locked vault does not extend a retention that is too short: it refuses the recovery point. The plan looks healthy in the template and protects nothing."
  fix           = "Raise the retention of the rule to the lock's minimum, or lower the minimum while the lock can still be changed."
}
