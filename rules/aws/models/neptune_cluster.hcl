type "neptune_cluster" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  cloudformation "AWS::Neptune::DBCluster" {
    name    = raw.DBClusterIdentifier
    arn     = "arn:${partition}:rds:${region}:${account}:cluster:${chosen_name(self)}"
    region  = region
    account = account
    tags    = tags_of_pairs(given(raw.Tags, []))
    key     = raw.KmsKeyId
    backup_retention_days = days_kept(
      raw.BackupRetentionPeriod,
      !is_blank(raw.SnapshotIdentifier) || !is_blank(raw.SourceDBClusterIdentifier),
      1,
    )
    is_encrypted = raw.StorageEncrypted
    native       = automatic_backups("automated backups", 5, self.backup_retention_days)

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_neptune_cluster" {
    when = is_blank(raw.replication_source_identifier)

    companion "globals" {
      type     = "aws_neptune_global_cluster"
      argument = "source_db_cluster_identifier"
      keys     = [self.arn]
    }

    name    = raw.cluster_identifier
    arn     = "arn:${partition}:rds:${region}:${account}:cluster:${chosen_name_from(self, raw.cluster_identifier_prefix)}"
    region  = region
    account = account
    tags    = tags_of_terraform(raw.tags, meta.provider)
    key     = raw.kms_key_arn
    backup_retention_days   = days_kept(raw.backup_retention_period, !is_blank(raw.snapshot_identifier), 1)
    is_encrypted            = raw.storage_encrypted
    native                  = automatic_backups("automated backups", 5, self.backup_retention_days)
    is_replicated_elsewhere = !is_blank(raw.global_cluster_identifier) || length(globals) > 0

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
