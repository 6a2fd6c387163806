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
    region    = is_known(raw.region) ? raw.region : arn_part(raw.arn, "region")
    account   = is_known(raw.account) ? raw.account : arn_part(raw.arn, "account")
    key       = raw.key
    lock      = raw.lock == null ? null : at(raw.lock, raw.lock)
    is_locked = raw.lock != null
    policy    = raw.policy
    events    = raw.events
    tags      = raw.tags
  }

  terraform "aws_backup_vault" {
    name    = raw.name
    arn     = "arn:${partition}:backup:${region}:${account}:backup-vault:${self.name}"
    region  = region
    account = account
    key     = raw.kms_key_arn
    lock                 = first([for setting in self.settings : setting.lock if is_beside(setting, self)])
    is_locked            = self.lock != null
    policy               = first([for setting in self.settings : setting.policy if is_beside(setting, self)])
    events               = first([for setting in self.settings : setting.events if is_beside(setting, self)])
    topic                = first([for setting in self.settings : setting.topic if is_beside(setting, self)])
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
