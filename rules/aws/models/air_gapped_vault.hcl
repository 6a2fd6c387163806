# Always locked in compliance mode, kept in an account of the service.
type "air_gapped_vault" {
  family = ["recovery_store"]

  every {
    arn       = "arn:${partition}:backup:${region}:${account}:backup-vault:${self.name}"
    region    = region
    account   = account
    is_locked = true
  }

  cloudformation "AWS::Backup::LogicallyAirGappedBackupVault" {
    name = raw.BackupVaultName
    key  = raw.EncryptionKeyArn
    lock = {
      mode            = "compliance"
      min_days        = raw.MinRetentionDays
      max_days        = raw.MaxRetentionDays
      changeable_days = null
    }
    policy = raw.AccessPolicy
    events = raw.Notifications.BackupVaultEvents
    topic  = raw.Notifications.SNSTopicArn
    tags   = given(raw.BackupVaultTags, {})

    computed {
      Ref            = self.name
      BackupVaultArn = self.arn
    }
  }

  terraform "aws_backup_logically_air_gapped_vault" {
    name = raw.name
    key  = raw.encryption_key_arn
    lock = {
      mode            = "compliance"
      min_days        = raw.min_retention_days
      max_days        = raw.max_retention_days
      changeable_days = null
    }
    policy = first([for setting in self.settings : setting.policy if is_beside(setting, self)])
    events = first([for setting in self.settings : setting.events if is_beside(setting, self)])
    topic  = first([for setting in self.settings : setting.topic if is_beside(setting, self)])
    tags   = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
