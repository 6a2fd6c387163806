rule "vault-lock-min-retention-set" {
  title    = "Vault lock demands no retention, or too little"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.lock != null
  require  = self.lock.min_days != null && self.lock.min_days >= min_lock_days(self, policy)
  at       = given(self.lock.min_days, self.lock)
  message = (self.lock.min_days == null
    ? "the lock of ${self.label} sets no minimum retention: a recovery point that expires after a day is let through"
    : "the lock of ${self.label} lets recovery points expire after ${self.lock.min_days} days; it should keep them for at least ${min_lock_days(self, policy)}"
  )
  severity = "medium"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3", "3.4"] }
  supports = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers   = ["S1-45", "S2-10", "S2-12", "S2-38"]
  why      = <<-EOT
    A lock protects recovery points until their retention ends. Without a minimum, whoever edits the plan makes new
    ones live for a day, and the lock has nothing to protect.
  EOT
  fix      = "Set `MinRetentionDays` (CloudFormation) or `min_retention_days` (Terraform) to what you must be able to go back to, and no higher than the shortest retention that writes to the vault."
}

function "min_lock_days" {
  parameters = ["vault", "policy"]
  result     = policy.tiers[vault.tier].min_lock_days
}
