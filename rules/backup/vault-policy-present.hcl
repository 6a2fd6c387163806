rule "vault-policy-present" {
  title    = "Backup vault has no access policy"
  theme    = "vault"
  on       = family.recovery_store
  require  = self.policy != null
  at       = self
  message  = "${self.label} has no access policy: only the permissions of each identity decide who may delete or copy its recovery points"
  severity = "medium"
  controls = { iso27001 = ["A.8.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["11.3", "3.3"] }
  supports = { iso27001 = ["A.5.15"], cis = ["6.8"] }
  covers   = ["S1-04", "S1-40", "S1-42", "S2-32"]
  why      = <<-EOT
    Permissions of identities are many and change often. A policy of the vault is one place that says who may touch
    backups, and a denial there holds against every administrator of the account.
  EOT
  fix      = "Add `AccessPolicy` to the vault (CloudFormation) or an `aws_backup_vault_policy` that names it (Terraform), and deny deletion in it."
}
