# A database on its own. Members of clusters and read replicas hold nothing that their cluster or source does not.
type "rds_instance" {
  family     = ["data_store", "database"]
  attributes = { engine = string, is_left_alone = bool }

  every {
    arn                     = "arn:${partition}:rds:${region}:${account}:db:${chosen_name_from(self, raw.identifier_prefix)}"
    region                  = region
    account                 = account
    native                  = automatic_backups("automated backups", 5, self.backup_retention_days)
    continuous_rpo_minutes  = 5
    is_replicated_elsewhere = any([for copy in concat(self.backup_replications, self.replicas) : copy.region != self.region])
  }

  cloudformation "AWS::RDS::DBInstance" {
    when = (
      is_blank(raw.DBClusterIdentifier)
      && !(is_known(raw.Engine) && startswith(given(raw.Engine, ""), "aurora"))
      && !is_instance_replica(raw)
    )

    name = raw.DBInstanceIdentifier
    tags = tags_of_pairs(given(raw.Tags, []))
    key  = raw.KmsKeyId
    backup_retention_days = days_kept(
      raw.BackupRetentionPeriod,
      any([for source in [raw.DBSnapshotIdentifier, raw.DBClusterSnapshotIdentifier, raw.SourceDBInstanceIdentifier, raw.SourceDbiResourceId, raw.SourceDBInstanceAutomatedBackupsArn] : !is_blank(source)]),
      1,
    )
    engine                    = raw.Engine
    backup_window             = raw.PreferredBackupWindow
    maintenance_window        = raw.PreferredMaintenanceWindow
    copies_tags               = given(raw.CopyTagsToSnapshot, false)
    deletes_automated_backups = given(raw.DeleteAutomatedBackups, true)
    spans_zones               = given(raw.MultiAZ, false)
    is_left_alone             = false
    is_encrypted              = given(raw.StorageEncrypted, here.encrypted_source[0].is_encrypted)

    computed {
      Ref           = chosen_name(self)
      DBInstanceArn = self.arn
    }
  }

  # The provider's own default keeps nothing.
  terraform "aws_db_instance" {
    when = is_blank(raw.replicate_source_db)

    name = raw.identifier
    tags = tags_of_terraform(raw.tags, meta.provider)
    key  = raw.kms_key_id
    backup_retention_days = days_kept(
      raw.backup_retention_period,
      !is_blank(raw.snapshot_identifier) || length(blocks(raw.restore_to_point_in_time)) > 0,
      0,
    )
    engine                    = raw.engine
    backup_window             = raw.backup_window
    maintenance_window        = raw.maintenance_window
    copies_tags               = given(raw.copy_tags_to_snapshot, false)
    deletes_automated_backups = given(raw.delete_automated_backups, true)
    spans_zones               = given(raw.multi_az, false)
    is_left_alone             = any([for name in given(meta.lifecycle.ignore_changes, []) : contains(["all", "backup_retention_period"], name)])
    is_encrypted              = given(raw.storage_encrypted, here.encrypted_source[0].is_encrypted)

    computed {
      identifier = chosen_name_from(self, raw.identifier_prefix)
      arn        = self.arn
    }
  }
}
