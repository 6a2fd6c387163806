# A cache without replicas, which only its tags make a data store. Only groups can be encrypted at rest.
type "elasticache_cluster" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  every {
    arn          = "arn:${partition}:elasticache:${region}:${account}:cluster:${chosen_name(self)}"
    region       = region
    account      = account
    is_encrypted = false
    native       = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    only_native  = true
  }

  cloudformation "AWS::ElastiCache::CacheCluster" {
    when = named_tier(self.tags, policy) != null && given(raw.Engine, "memcached") != "memcached"

    name                  = raw.ClusterName
    tags                  = tags_of_pairs(given(raw.Tags, []))
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_elasticache_cluster" {
    when = named_tier(self.tags, policy) != null && is_single_cache(raw)

    name                  = raw.cluster_id
    tags                  = tags_of_terraform(raw.tags, meta.provider)
    backup_retention_days = given(raw.snapshot_retention_limit, 0)

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
