# What Terraform declares apart from the vault that it belongs to. Provider and name must lead to the same one.
type "vault_setting" {
  attributes = { vault_name = any, region = string, account = string, purpose = string }

  terraform "aws_backup_vault_lock_configuration" {
    vault_name = raw.backup_vault_name
    region     = region
    account    = account
    purpose    = "lock"
  }
  terraform "aws_backup_vault_policy" {
    vault_name = raw.backup_vault_name
    region     = region
    account    = account
    purpose    = "policy"
  }
  terraform "aws_backup_vault_notifications" {
    vault_name = raw.backup_vault_name
    region     = region
    account    = account
    purpose    = "notifications"
  }
}

# One name may stand for a vault in each region.
link "vaults" {
  from = vault_setting
  to   = family.recovery_store
  by   = from.vault_name
  keys = [to.name]
}
