# A cache holds what can be computed again, unless its tags say that somebody would miss it.
type "elasticache_replication_group" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  every {
    arn         = "arn:${partition}:elasticache:${region}:${account}:replicationgroup:${chosen_name(self)}"
    region      = region
    account     = account
    native      = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    only_native = true

    is_replicated_elsewhere = length(self.global_caches) > 0
  }

  cloudformation "AWS::ElastiCache::ReplicationGroup" {
    when = named_tier(self.tags, policy) != null && is_blank(raw.GlobalReplicationGroupId)

    name                  = raw.ReplicationGroupId
    tags                  = tags_of_pairs(given(raw.Tags, []))
    key                   = raw.KmsKeyId
    is_encrypted          = given(raw.AtRestEncryptionEnabled, here.encrypted_source[0].is_encrypted)
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_elasticache_replication_group" {
    when = named_tier(self.tags, policy) != null && is_blank(raw.global_replication_group_id)

    name                  = raw.replication_group_id
    tags                  = tags_of_terraform(raw.tags, meta.provider)
    key                   = raw.kms_key_id
    is_encrypted          = given(raw.at_rest_encryption_enabled, here.encrypted_source[0].is_encrypted)
    backup_retention_days = given(raw.snapshot_retention_limit, 0)

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}

# Groups in several regions, of which the first takes the writes.
type "global_cache" {
  attributes = { groups = any }

  cloudformation "AWS::ElastiCache::GlobalReplicationGroup" {
    groups = [for member in given(raw.Members, []) : member.ReplicationGroupId]
  }

  terraform "aws_elasticache_global_replication_group" {
    groups = [raw.primary_replication_group_id]
  }
}

link "groups_in" {
  from    = global_cache
  to      = elasticache_replication_group
  inverse = "global_caches"
  by      = from.groups
  keys    = [to.name]
}
