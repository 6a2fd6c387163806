rule "vault-force-destroy-off" {
  title    = "Destroying the vault destroys its backups"
  theme    = "vault"
  on       = backup_vault
  when     = self.force_destroy != null
  require  = !self.force_destroy
  at       = self.force_destroy
  message  = "${self.label} sets force_destroy: whoever destroys or replaces it deletes all its recovery points with it"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports = { iso27001 = ["A.8.10"] }
  covers   = ["S1-45", "S2-10"]
  why      = <<-EOT
    The service refuses to delete a vault that holds recovery points, and that refusal is what saves them from a wrong
    plan or a renamed vault. This argument makes Terraform empty the vault first.
  EOT
  fix      = "Remove `force_destroy`. Where a vault shall really go, empty it by hand."
}
