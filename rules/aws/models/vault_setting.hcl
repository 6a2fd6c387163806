# What Terraform declares apart from the vault that it belongs to. Provider and name must lead to the same one.
type "vault_setting" {
  attributes = {
    vault_name = any
    region     = string
    account    = string
    purpose    = string
    lock       = object({ mode = string, min_days = number, max_days = number, changeable_days = number })
    policy     = any
    events     = list(string)
    topic      = string
  }

  every {
    vault_name = raw.backup_vault_name
    region     = region
    account    = account
  }

  # The provider drops a zero and a null alike.
  terraform "aws_backup_vault_lock_configuration" {
    purpose = "lock"
    lock = at(self, {
      mode            = raw.changeable_for_days == null ? "governance" : "compliance"
      min_days        = raw.min_retention_days == 0 ? null : raw.min_retention_days
      max_days        = raw.max_retention_days == 0 ? null : raw.max_retention_days
      changeable_days = raw.changeable_for_days
    })
  }
  terraform "aws_backup_vault_policy" {
    purpose = "policy"
    policy  = raw.policy
  }
  terraform "aws_backup_vault_notifications" {
    purpose = "notifications"
    events  = raw.backup_vault_events
    topic   = raw.sns_topic_arn
  }
}

# One name may stand for a vault in each region.
link "vaults" {
  from    = vault_setting
  to      = family.recovery_store
  inverse = "settings"
  by      = from.vault_name
  keys    = [to.name]
}

function "is_beside" {
  parameters = ["setting", "vault"]
  result     = setting.region == vault.region && setting.account == vault.account
}
