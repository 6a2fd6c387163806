# A cache without replicas, which only its tags make a data store. Only groups can be encrypted at rest.
type "elasticache_cluster" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  cloudformation "AWS::ElastiCache::CacheCluster" {
    when = named_tier(self.tags, policy) != null && given(raw.Engine, "memcached") != "memcached"

    name                  = raw.ClusterName
    arn                   = "arn:${partition}:elasticache:${region}:${account}:cluster:${chosen_name(self)}"
    region                = region
    account               = account
    tags                  = tags_of_pairs(given(raw.Tags, []))
    is_encrypted          = false
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)
    native                = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    only_native           = true

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_elasticache_cluster" {
    when = named_tier(self.tags, policy) != null && is_single_cache(raw)

    name                  = raw.cluster_id
    arn                   = "arn:${partition}:elasticache:${region}:${account}:cluster:${self.name}"
    region                = region
    account               = account
    tags                  = tags_of_terraform(raw.tags, meta.provider)
    is_encrypted          = false
    backup_retention_days = given(raw.snapshot_retention_limit, 0)
    native                = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    only_native           = true

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
