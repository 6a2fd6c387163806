rule "vault-lock-present" {
  title    = "Backup vault has no vault lock"
  theme    = "vault"
  on       = family.recovery_store
  require  = self.lock != null
  at       = self
  see      = { "recovery points arrive here from this rule" = [for rule in self.filled_by : rule.vault_name] }
  message  = "${self.label} has no vault lock: whoever may delete recovery points can empty it before their retention ends"
  severity = "high"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports = { nist_csf = ["PR.DS-01"], cis = ["11.4"] }
  covers   = ["S1-45", "S2-10", "S2-12"]
  why      = <<-EOT
    Without a vault lock, one stolen or careless set of credentials is enough to delete every recovery point, and
    ransomware crews do that first. A lock makes the service itself refuse.
  EOT
  fix      = <<-EOT
    Add a lock: `LockConfiguration` on the vault in CloudFormation, an `aws_backup_vault_lock_configuration` that names
    the vault in Terraform. Set `changeable_for_days` to make it immutable after that many days.
  EOT
}
