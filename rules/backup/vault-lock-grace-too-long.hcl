rule "vault-lock-grace-too-long" {
  title    = "Vault lock stays removable for too long"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.lock.changeable_days != null
  require  = self.lock.changeable_days <= policy.max_lock_grace_days
  at       = self.lock.changeable_days
  message  = "the lock of ${self.label} can be taken off for ${self.lock.changeable_days} days after it is made; ${policy.max_lock_grace_days} are enough to try it out"
  severity = "medium"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers   = ["S1-45", "S2-10", "S2-12"]
  why      = <<-EOT
    Until the cooling-off period is over, a lock in compliance mode can be changed and deleted like any other. A year of
    it is a year without an immutable backup, although the configuration reads as if there were one.
  EOT
  fix      = "Lower `ChangeableForDays` (CloudFormation) or `changeable_for_days` (Terraform); 3 days are the least that the service accepts."
}
