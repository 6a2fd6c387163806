rule "vault-lock-min-max-order" {
  title    = "Limits of a vault lock admit no backup or are refused"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.lock.min_days != null || self.lock.max_days != null
  require  = !is_min_too_low(self) && !is_max_too_high(self) && !are_limits_crossed(self.lock)
  at       = is_min_too_low(self) ? self.lock.min_days : given(self.lock.max_days, self.lock)
  see      = { "the minimum is set here" = self.lock.min_days }
  message = (
    is_min_too_low(self) ? "the lock of ${self.label} has a minimum retention of ${self.lock.min_days} days; the service accepts ${least_min_days(self)} or more" :
    is_max_too_high(self) ? "the lock of ${self.label} has a maximum retention of ${self.lock.max_days} days; the service accepts 36500 or less" :
    "the lock of ${self.label} asks for at least ${self.lock.min_days} days and at most ${self.lock.max_days}: no recovery point can satisfy both, so every backup into the vault fails"
  )
  severity = "high"
  basis    = "service"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  covers   = ["S2-12", "S2-38"]
  why      = <<-EOT
    A lock refuses whatever is shorter than its minimum or longer than its maximum. When the two are crossed it refuses
    everything; when one is out of the service's range the lock is never made.
  EOT
  fix      = "Keep 1 ≤ minimum ≤ maximum ≤ 36500 days; an air-gapped vault needs a minimum of 7."
}

function "least_min_days" {
  parameters = ["vault"]
  result     = vault.type_name == "air_gapped_vault" ? 7 : 1
}

function "is_min_too_low" {
  parameters = ["vault"]
  result     = vault.lock.min_days != null && vault.lock.min_days < least_min_days(vault)
}

function "is_max_too_high" {
  parameters = ["vault"]
  result     = vault.lock.max_days != null && vault.lock.max_days > 36500
}

function "are_limits_crossed" {
  parameters = ["lock"]
  result     = lock.min_days != null && lock.max_days != null && lock.min_days > lock.max_days
}
