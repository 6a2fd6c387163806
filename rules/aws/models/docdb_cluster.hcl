type "docdb_cluster" {
  family = ["data_store", "database"]

  every {
    arn                       = "arn:${partition}:rds:${region}:${account}:cluster:${chosen_name_from(self, raw.cluster_identifier_prefix)}"
    region                    = region
    account                   = account
    deletes_automated_backups = true
    native                    = automatic_backups("automated backups", 5, self.backup_retention_days)
  }

  cloudformation "AWS::DocDB::DBCluster" {
    when = !is_secondary_cluster(raw.GlobalClusterIdentifier, [raw.MasterUsername, raw.SnapshotIdentifier, raw.SourceDBClusterIdentifier])

    companion "globals" {
      type     = "AWS::DocDB::GlobalCluster"
      argument = "SourceDBClusterIdentifier"
      keys     = [self.name, self.arn]
    }

    name = raw.DBClusterIdentifier
    tags = tags_of_pairs(given(raw.Tags, []))
    key  = raw.KmsKeyId
    backup_retention_days = days_kept(
      raw.BackupRetentionPeriod,
      !is_blank(raw.SnapshotIdentifier) || !is_blank(raw.SourceDBClusterIdentifier),
      1,
    )
    backup_window           = raw.PreferredBackupWindow
    maintenance_window      = raw.PreferredMaintenanceWindow
    copies_tags             = given(raw.CopyTagsToSnapshot, false)
    global_name             = raw.GlobalClusterIdentifier
    is_encrypted            = given(raw.StorageEncrypted, here.encrypted_source[0].is_encrypted)
    is_replicated_elsewhere = !is_blank(raw.GlobalClusterIdentifier) || length(globals) > 0

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_docdb_cluster" {
    when = !is_secondary_cluster(raw.global_cluster_identifier, [raw.master_username, raw.snapshot_identifier, blocks(raw.restore_to_point_in_time)[0]])

    companion "globals" {
      type     = "aws_docdb_global_cluster"
      argument = "source_db_cluster_identifier"
      keys     = [self.arn]
    }

    name = raw.cluster_identifier
    tags = tags_of_terraform(raw.tags, meta.provider)
    key  = raw.kms_key_id
    backup_retention_days = days_kept(
      raw.backup_retention_period,
      !is_blank(raw.snapshot_identifier) || length(blocks(raw.restore_to_point_in_time)) > 0,
      1,
    )
    backup_window           = raw.preferred_backup_window
    maintenance_window      = raw.preferred_maintenance_window
    global_name             = raw.global_cluster_identifier
    is_encrypted            = given(raw.storage_encrypted, here.encrypted_source[0].is_encrypted)
    is_replicated_elsewhere = !is_blank(raw.global_cluster_identifier) || length(globals) > 0

    computed {
      id                 = chosen_name_from(self, raw.cluster_identifier_prefix)
      cluster_identifier = chosen_name_from(self, raw.cluster_identifier_prefix)
      arn                = self.arn
    }
  }
}
