type "backup_vault" {
  family     = ["recovery_store"]
  attributes = {
    force_destroy        = bool
    survives_replacement = bool
    is_being_replaced    = bool # by the change that a plan describes
  }

  cloudformation "AWS::Backup::BackupVault" {
    name    = raw.BackupVaultName
    arn     = "arn:${partition}:backup:${region}:${account}:backup-vault:${self.name}"
    region  = region
    account = account
    key     = raw.EncryptionKeyArn
    lock = raw.LockConfiguration == null ? null : at(raw.LockConfiguration, {
      mode            = raw.LockConfiguration.ChangeableForDays == null ? "governance" : "compliance"
      min_days        = raw.LockConfiguration.MinRetentionDays
      max_days        = raw.LockConfiguration.MaxRetentionDays
      changeable_days = raw.LockConfiguration.ChangeableForDays
    })
    is_locked            = self.lock != null
    policy               = raw.AccessPolicy
    events               = raw.Notifications.BackupVaultEvents
    topic                = raw.Notifications.SNSTopicArn
    tags                 = given(raw.BackupVaultTags, {})
    survives_replacement = given(meta.UpdateReplacePolicy, "Delete") == "Retain"

    computed {
      Ref             = self.name
      BackupVaultName = self.name
      BackupVaultArn  = self.arn
    }
  }

  # A vault of another account or repository, as a configuration states it.
  external "backup_vault" {
    name      = raw.name
    arn       = raw.arn
    region    = given(raw.region, arn_part(raw.arn, "region"))
    account   = given(raw.account, arn_part(raw.arn, "account"))
    key       = raw.key
    lock      = raw.lock == null ? null : at(raw.lock, raw.lock)
    is_locked = raw.lock != null
    policy    = raw.policy
    events    = raw.events
    tags      = raw.tags
  }

  # The provider drops a zero and a null alike.
  terraform "aws_backup_vault" {
    companion "locks" {
      type     = "aws_backup_vault_lock_configuration"
      argument = "backup_vault_name"
      keys     = [self.name]
    }
    companion "policies" {
      type     = "aws_backup_vault_policy"
      argument = "backup_vault_name"
      keys     = [self.name]
    }
    companion "notifications" {
      type     = "aws_backup_vault_notifications"
      argument = "backup_vault_name"
      keys     = [self.name]
    }

    name    = raw.name
    arn     = "arn:${partition}:backup:${region}:${account}:backup-vault:${self.name}"
    region  = region
    account = account
    key     = raw.kms_key_arn
    lock = first(locks) == null ? null : at(first(locks), {
      mode            = first(locks).changeable_for_days == null ? "governance" : "compliance"
      min_days        = first(locks).min_retention_days == 0 ? null : first(locks).min_retention_days
      max_days        = first(locks).max_retention_days == 0 ? null : first(locks).max_retention_days
      changeable_days = first(locks).changeable_for_days
    })
    is_locked            = self.lock != null
    policy               = first(policies).policy
    events               = first(notifications).backup_vault_events
    topic                = first(notifications).sns_topic_arn
    tags                 = tags_of_terraform(raw.tags, meta.provider)
    force_destroy        = given(raw.force_destroy, false)
    # Terraform plans no replacement of what it must not destroy.
    survives_replacement = !self.is_being_replaced && given(meta.lifecycle.prevent_destroy, false)
    is_being_replaced    = contains(given(meta.change.actions, []), "delete")

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
