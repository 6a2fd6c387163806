rule "vault-lock-orphan" {
  title    = "Lock, policy or notifications of a vault miss the vault"
  theme    = "vault"
  on       = vault_setting
  require  = !is_dangling(self.vault_name) && (is_some_lookup(self.vault_name) || !is_arn(self.vault_name)) && (length(self.vaults) == 0 ? is_accounted_for(null, self.vault_name, policy) : any([for vault in self.vaults : is_beside(self, vault)]))
  at       = self.vault_name
  see      = { "this vault is meant, and is elsewhere" = [for vault in self.vaults : vault if !is_beside(self, vault)] }
  message = (
    is_dangling(self.vault_name) ? "${self.label} names a vault that nothing declares" :
    is_arn(self.vault_name) ? "${self.label} names its vault by an ARN where the service wants the bare name, so the ${self.purpose} reaches no vault" :
    length(self.vaults) == 0 ? "${self.label} names the vault ${describe(self.vault_name)}, which is not in this configuration" :
    "${self.label} is made in ${describe(self.region)}, but ${self.vaults[0].label} is in ${describe(self.vaults[0].region)}: the ${self.purpose} reaches no vault"
  )
  severity = "medium"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] }
  supports = { iso27001 = ["A.8.3"], nist_csf = ["PR.AA-05"] }
  covers   = ["S1-45", "S2-10", "S2-12", "S2-32"]
  why      = <<-EOT
    A lock that belongs to no vault protects nothing, and the vault that was meant looks protected to everybody who
    reads the configuration. It happens when a setting is declared with another provider than its vault.
  EOT
  fix      = "Name the vault by its `name`, and give the setting the `provider` (or `region`) of the vault."
}

function "is_arn" {
  parameters = ["text"]
  result     = startswith(given(text, ""), "arn:")
}
