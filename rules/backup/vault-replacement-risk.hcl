rule "vault-replacement-risk" {
  title    = "A change of name or key deletes the vault"
  theme    = "vault"
  on       = backup_vault
  require  = self.survives_replacement
  at       = self
  message = (self.is_being_replaced == true
    ? "${self.label} is about to be deleted and made anew, and nothing keeps the old vault"
    : "nothing keeps ${self.label} when it is replaced, and every change of its name or key replaces it"
  )
  severity = "high"
  level    = self.is_being_replaced == true ? "high" : "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports = { iso27001 = ["A.8.10"] }
  covers   = ["S1-45", "S2-10"]
  why      = <<-EOT
    Neither the name nor the key of a vault can be changed: a new vault is made and the old one deleted. A vault with
    recovery points makes that deployment fail half way; an empty one is gone with its policy and its lock.
  EOT
  fix      = "Set `UpdateReplacePolicy: Retain` on the vault (CloudFormation), or `prevent_destroy = true` in its `lifecycle` block (Terraform)."
}
