rule "vault-lock-max-retention-set" {
  title    = "Immutable vault lock has no maximum retention"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.lock != null && self.lock.mode == "compliance"
  require  = self.lock.max_days != null
  at       = self.lock
  message  = "the lock of ${self.label} sets no maximum retention: one recovery point without an expiry stays, and is paid for, as long as the account exists"
  severity = "low"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3", "3.4"] }
  supports = { iso27001 = ["A.8.10"] }
  covers   = ["S2-12", "S2-38"]
  why      = <<-EOT
    Nobody can delete a recovery point from a vault that is locked in compliance mode, whatever it holds and however it
    got there. A maximum makes the service refuse those that would never expire.
  EOT
  fix      = "Set `MaxRetentionDays` (CloudFormation) or `max_retention_days` (Terraform) to the longest retention that anybody needs."
}
