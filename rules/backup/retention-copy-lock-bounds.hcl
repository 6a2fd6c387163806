rule "retention-copy-lock-bounds" {
  title         = "Retention of a copy is outside what the lock of its vault allows"
  theme         = "retention"
  on            = backup_copy
  when          = self.destination_vault == null || (self.destination_vault.lock != null && self.destination_vault.type_name != "air_gapped_vault")
  require       = self.destination_vault == null ? unresolved("the vault ${describe(self.destination)} is not in this configuration") : is_within(self.retention_days, self.destination_vault.lock)
  at            = given(self.lifecycle, self.rule.lifecycle).delete_after
  see           = { "the lock of the destination" = self.destination_vault.lock }
  message       = "the ${self.label} keeps recovery points ${days_in_words(self.retention_days)}, the lock of ${self.destination_vault.label} allows ${bounds_in_words(self.destination_vault.lock)}: every copy job fails"
  discriminator = describe(self.destination)
  severity      = "critical"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports      = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers        = ["S1-45", "S2-12"]
  why           = "A locked vault refuses copies that would stay shorter or longer than its lock allows. Without a lifecycle of its own, a copy stays as long as its source."
  fix           = "Give the copy action a lifecycle within the bounds of the destination's lock."
}

function "is_within" {
  parameters = ["days", "lock"]
  result     = days >= given(lock.min_days, 1) && days <= given(lock.max_days, infinity)
}

function "bounds_in_words" {
  parameters = ["lock"]
  result = (
    lock.max_days == null ? "at least ${given(lock.min_days, 1)} days" :
    lock.min_days == null ? "at most ${lock.max_days} days" :
    "${lock.min_days} to ${lock.max_days} days"
  )
}
