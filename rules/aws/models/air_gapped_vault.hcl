# Always locked in compliance mode, kept in an account of the service.
type "air_gapped_vault" {
  family = ["recovery_store"]

  cloudformation "AWS::Backup::LogicallyAirGappedBackupVault" {
    name    = raw.BackupVaultName
    arn     = "arn:${partition}:backup:${region}:${account}:backup-vault:${self.name}"
    region  = region
    account = account
    key     = raw.EncryptionKeyArn
    lock = {
      mode            = "compliance"
      min_days        = raw.MinRetentionDays
      max_days        = raw.MaxRetentionDays
      changeable_days = null
    }
    is_locked = true
    policy    = raw.AccessPolicy
    events    = raw.Notifications.BackupVaultEvents
    topic     = raw.Notifications.SNSTopicArn
    tags      = given(raw.BackupVaultTags, {})

    computed {
      Ref            = self.name
      BackupVaultArn = self.arn
    }
  }

  terraform "aws_backup_logically_air_gapped_vault" {
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
    key     = raw.encryption_key_arn
    lock = {
      mode            = "compliance"
      min_days        = raw.min_retention_days
      max_days        = raw.max_retention_days
      changeable_days = null
    }
    is_locked = true
    policy    = first(policies).policy
    events    = first(notifications).backup_vault_events
    topic     = first(notifications).sns_topic_arn
    tags      = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
