type "memorydb_cluster" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  every {
    arn          = "arn:${partition}:memorydb:${region}:${account}:cluster/${chosen_name_from(self, raw.name_prefix)}"
    region       = region
    account      = account
    is_encrypted = true
    native       = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    only_native  = true
  }

  cloudformation "AWS::MemoryDB::Cluster" {
    name                    = raw.ClusterName
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.KmsKeyId
    backup_retention_days   = given(raw.SnapshotRetentionLimit, 0)
    is_replicated_elsewhere = !is_blank(raw.MultiRegionClusterName)

    computed {
      Ref = self.name
      ARN = self.arn
    }
  }

  terraform "aws_memorydb_cluster" {
    name                    = raw.name
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = raw.kms_key_arn
    backup_retention_days   = given(raw.snapshot_retention_limit, 0)
    is_replicated_elsewhere = !is_blank(raw.multi_region_cluster_name)

    computed {
      id   = chosen_name_from(self, raw.name_prefix)
      name = chosen_name_from(self, raw.name_prefix)
      arn  = self.arn
    }
  }
}
