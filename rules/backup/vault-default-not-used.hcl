rule "vault-default-not-used" {
  title    = "Backups go to the default vault"
  theme    = "vault"
  on       = backup_rule
  require  = self.vault_name != "Default"
  at       = self.vault_name
  message  = "the ${self.label} fills the vault `Default`, whose key, policy and lock nobody declares"
  severity = "medium"
  controls = { iso27001 = ["A.8.13", "A.8.3"], nist_csf = ["PR.DS-11", "PR.AA-05"], cis = ["11.3"] }
  covers   = ["S1-40", "S2-32"]
  why      = <<-EOT
    The console makes the default vault, with a key of the service, without a policy and without a lock. It is shared
    by whoever did not choose, and in a new account it may not exist at all.
  EOT
  fix      = "Declare a vault and let the rule name it."
}
