rule "retention-above-lock-max" {
  title         = "Retention is longer than the vault lock allows"
  theme         = "retention"
  on            = backup_rule
  when          = self.vault == null || self.vault.lock.max_days != null
  require       = self.vault == null ? unresolved("the vault ${describe(self.vault_name)} is not in this configuration") : self.retention_days <= self.vault.lock.max_days
  at            = self.lifecycle.delete_after
  see           = { "the lock of its vault allows at most this" = self.vault.lock.max_days }
  message       = "${self.label} keeps recovery points ${days_in_words(self.retention_days)}, the lock of ${self.vault.label} allows at most ${self.vault.lock.max_days} days: every backup job of this rule fails"
  discriminator = self.name
  severity      = "critical"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports      = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers        = ["S1-45", "S2-12"]
  why           = "A locked vault does not shorten a retention that is too long, nor end one that is not set: it refuses the recovery point. The plan looks healthy in the template and protects nothing."
  fix           = "Set a retention of at most the lock's maximum, or raise the maximum while the lock can still be changed."
}

function "days_in_words" {
  parameters = ["days"]
  result     = days == infinity ? "for ever" : "for ${duration(days * 1440)}"
}
