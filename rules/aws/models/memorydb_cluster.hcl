type "memorydb_cluster" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  cloudformation "AWS::MemoryDB::Cluster" {
    name                    = raw.ClusterName
    arn                     = "arn:${partition}:memorydb:${region}:${account}:cluster/${self.name}"
    region                  = region
    account                 = account
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.KmsKeyId
    is_encrypted            = true
    backup_retention_days   = given(raw.SnapshotRetentionLimit, 0)
    native                  = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    is_replicated_elsewhere = !is_blank(raw.MultiRegionClusterName)
    only_native             = true

    computed {
      Ref = self.name
      ARN = self.arn
    }
  }

  terraform "aws_memorydb_cluster" {
    name                    = raw.name
    arn                     = "arn:${partition}:memorydb:${region}:${account}:cluster/${chosen_name_from(self, raw.name_prefix)}"
    region                  = region
    account                 = account
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = raw.kms_key_arn
    is_encrypted            = true
    backup_retention_days   = given(raw.snapshot_retention_limit, 0)
    native                  = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    is_replicated_elsewhere = !is_blank(raw.multi_region_cluster_name)
    only_native             = true

    computed {
      id   = chosen_name_from(self, raw.name_prefix)
      name = chosen_name_from(self, raw.name_prefix)
      arn  = self.arn
    }
  }
}
