rule "vault-lock-compliance-mode" {
  title    = "Vault lock can be removed by an administrator"
  theme    = "vault"
  on       = family.recovery_store
  when     = self.lock != null
  require  = self.lock.mode == "compliance"
  at       = self.lock
  message  = "the lock of ${self.label} is in governance mode, because it sets no number of days after which it becomes immutable: an administrator can take it off"
  severity = "high"
  level    = self.tier == "critical" ? "high" : "medium"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers   = ["S1-45", "S2-10", "S2-12"]
  why      = <<-EOT
    A vault lock without a cooling-off period is in governance mode: anyone with the permission to delete the lock can
    delete the lock first and the backups next. In compliance mode nobody can, not even the root user.
  EOT
  fix      = <<-EOT
    Set `ChangeableForDays` (CloudFormation) or `changeable_for_days` (Terraform) to at least 3. Check the minimum and
    maximum retention before: after that time they cannot be changed any more.
  EOT
}
