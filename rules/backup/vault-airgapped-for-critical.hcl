rule "vault-airgapped-for-critical" {
  title    = "Critical data has no isolated recovery point"
  theme    = "vault"
  on       = family.data_store
  when     = self.explicit_tier == "critical" && self.only_native != true
  require  = any([for rule in self.protected_by : !is_blank(rule.air_gapped_arn)]) || any([for copy in self.copies : is_isolated(copy)]) || (self.may_be_protected_elsewhere && unresolved("no backup plan is in this configuration"))
  at       = self
  see      = { "this rule reaches no isolated vault" = self.protected_by }
  message  = "${self.label} (tier ${self.explicit_tier}) reaches neither an air-gapped vault nor a locked vault in another account: whoever takes over the account takes its backups too"
  severity = "low"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.4"] }
  supports = { iso27001 = ["A.5.3"], nist_csf = ["PR.IR-01"], cis = ["3.12"] }
  covers   = ["S1-43", "S1-45", "S2-10", "S2-34"]
  why      = <<-EOT
    An air-gapped vault lies in an account of the service and is locked from the start; a locked vault in an account of
    its own comes close. Everything else falls with the account that it is in.
  EOT
  fix      = <<-EOT
    Give the rule a logically air-gapped vault as a further target (`TargetLogicallyAirGappedBackupVaultArn`,
    `target_logically_air_gapped_backup_vault_arn`), or copy to such a vault or to a locked one in another account.
  EOT
}

function "is_isolated" {
  parameters = ["copy"]
  result = (
    copy.destination_vault == null
    ? unresolved("the destination ${describe(copy.destination)} is not in this configuration")
    : copy.destination_vault.type_name == "air_gapped_vault" || (copy.destination_account != copy.account && copy.destination_vault.lock != null)
  )
}
