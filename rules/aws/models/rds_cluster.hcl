# Aurora, which always keeps a continuous backup, and Multi-AZ clusters of instances.
type "rds_cluster" {
  family = ["data_store", "database"]
  attributes = {
    engine            = string
    engine_mode       = string
    instance_class    = string # of a Multi-AZ cluster; members of Aurora have their own
    backtrack_seconds = number
    is_serverless     = bool # of the second generation
  }

  every {
    arn                    = "arn:${partition}:rds:${region}:${account}:cluster:${chosen_name_from(self, raw.cluster_identifier_prefix)}"
    region                 = region
    account                = account
    native                 = automatic_backups("automated backups", 5, self.backup_retention_days)
    continuous_rpo_minutes = cluster_rpo_minutes(self.engine)
  }

  cloudformation "AWS::RDS::DBCluster" {
    when = (
      is_blank(raw.ReplicationSourceIdentifier)
      && !is_secondary_cluster(raw.GlobalClusterIdentifier, [raw.MasterUsername, raw.SnapshotIdentifier, raw.SourceDBClusterIdentifier])
    )

    companion "globals" {
      type     = "AWS::RDS::GlobalCluster"
      argument = "SourceDBClusterIdentifier"
      keys     = [self.name, self.arn]
    }

    name   = raw.DBClusterIdentifier
    tags   = tags_of_pairs(given(raw.Tags, []))
    key    = raw.KmsKeyId
    engine = raw.Engine
    backup_retention_days = days_kept(
      raw.BackupRetentionPeriod,
      any([for source in [raw.SnapshotIdentifier, raw.SourceDBClusterIdentifier, raw.SourceDbClusterResourceId] : !is_blank(source)]),
      1,
    )
    engine_mode               = given(raw.EngineMode, "provisioned")
    instance_class            = raw.DBClusterInstanceClass
    backtrack_seconds         = given(raw.BacktrackWindow, 0)
    is_serverless             = raw.ServerlessV2ScalingConfiguration != null
    backup_window             = raw.PreferredBackupWindow
    maintenance_window        = raw.PreferredMaintenanceWindow
    copies_tags               = given(raw.CopyTagsToSnapshot, false)
    deletes_automated_backups = given(raw.DeleteAutomatedBackups, true)
    spans_zones               = is_blank(raw.DBClusterInstanceClass) ? null : at(raw.DBClusterInstanceClass, true)
    global_name               = raw.GlobalClusterIdentifier
    is_encrypted              = given(raw.StorageEncrypted, here.encrypted_source[0].is_encrypted)
    is_replicated_elsewhere   = !is_blank(raw.GlobalClusterIdentifier) || length(globals) > 0

    computed {
      Ref          = chosen_name(self)
      DBClusterArn = self.arn
    }
  }

  terraform "aws_rds_cluster" {
    when = (
      is_blank(raw.replication_source_identifier)
      && !is_secondary_cluster(raw.global_cluster_identifier, [raw.master_username, raw.snapshot_identifier, blocks(raw.restore_to_point_in_time)[0]])
    )

    companion "globals" {
      type     = "aws_rds_global_cluster"
      argument = "source_db_cluster_identifier"
      keys     = [self.arn]
    }

    name   = raw.cluster_identifier
    tags   = tags_of_terraform(raw.tags, meta.provider)
    key    = raw.kms_key_id
    engine = raw.engine
    backup_retention_days = days_kept(
      raw.backup_retention_period,
      !is_blank(raw.snapshot_identifier) || length(blocks(raw.restore_to_point_in_time)) > 0,
      1,
    )
    engine_mode               = given(raw.engine_mode, "provisioned")
    instance_class            = raw.db_cluster_instance_class
    backtrack_seconds         = given(raw.backtrack_window, 0)
    is_serverless             = length(blocks(raw.serverlessv2_scaling_configuration)) > 0
    backup_window             = raw.preferred_backup_window
    maintenance_window        = raw.preferred_maintenance_window
    copies_tags               = given(raw.copy_tags_to_snapshot, false)
    deletes_automated_backups = given(raw.delete_automated_backups, true)
    spans_zones               = is_blank(raw.db_cluster_instance_class) ? null : at(raw.db_cluster_instance_class, true)
    global_name               = raw.global_cluster_identifier
    is_encrypted              = given(raw.storage_encrypted, here.encrypted_source[0].is_encrypted)
    is_replicated_elsewhere = (
      !is_blank(raw.global_cluster_identifier)
      || length(globals) > 0
      || any([for replica in self.replicas : replica.region != self.region])
    )

    computed {
      id                 = chosen_name_from(self, raw.cluster_identifier_prefix)
      cluster_identifier = chosen_name_from(self, raw.cluster_identifier_prefix)
      arn                = self.arn
    }
  }
}

function "cluster_rpo_minutes" {
  parameters = ["engine"]
  result     = startswith(given(engine, ""), "aurora") ? 5 : unresolved("nothing documents what a continuous rule does for a Multi-AZ cluster")
}

# Only the first cluster of a global one has a user or a past.
function "is_secondary_cluster" {
  parameters = ["global_cluster", "beginnings"]
  result     = !is_blank(global_cluster) && all([for beginning in beginnings : is_blank(beginning)])
}
