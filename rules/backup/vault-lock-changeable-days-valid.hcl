rule "vault-lock-changeable-days-valid" {
  title    = "Vault lock has a cooling-off period that the service refuses"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.lock.changeable_days != null
  require  = self.lock.changeable_days >= 3 && self.lock.changeable_days <= 36500
  at       = self.lock.changeable_days
  message  = "the lock of ${self.label} stays changeable for ${self.lock.changeable_days} days; the service accepts 3 to 36500, so this lock is never created"
  severity = "high"
  basis    = "service"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  covers   = ["S2-12", "S2-38"]
  why      = <<-EOT
    A lock in compliance mode has a cooling-off period of at least three days. A smaller number does not lock at once:
    the deployment fails, or the vault ends up without the lock that everybody believes in.
  EOT
  fix      = "Set the period to 3 days or more, or leave it out for a lock in governance mode."
}
