# Moves recovery points of buckets to a cheaper kind of warm storage.
type "vault_tiering" {
  attributes = { name = string, vault_name = any, selections = list(object({ type = string, resources = any, days = number })) }

  cloudformation "AWS::Backup::TieringConfiguration" {
    name       = raw.TieringConfigurationName
    vault_name = raw.BackupVaultName
    selections = [for selection in given(raw.ResourceSelection, []) : { type = selection.ResourceType, resources = selection.Resources, days = selection.TieringDownSettingsInDays }]
  }

  terraform "aws_backup_tiering_configuration" {
    name       = raw.name
    vault_name = raw.backup_vault_name
    selections = [for selection in blocks(raw.resource_selection) : { type = selection.resource_type, resources = selection.resources, days = selection.tiering_down_settings_in_days }]
  }
}

# A star stands for every vault.
link "tiered_vaults" {
  from    = vault_tiering
  to      = family.recovery_store
  inverse = "tierings"
  when    = from.vault_name == "*" || from.vault_name == to.name
}
