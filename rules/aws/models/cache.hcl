# Caches of every kind, with what a cache needs to come back. Whether somebody would miss one is another question: see the
# types of data stores.
type "cache" {
  attributes = {
    kind                  = string # group, cluster, serverless or memorydb
    engine                = string
    backup_retention_days = number
    final_snapshot        = string
    leaves_snapshot       = bool # a last one; null where there is nothing to set
    fails_over            = bool # null where there is nothing to set
    spans_zones           = bool
    can_snapshot          = bool
    store                 = any
    tags                  = map(string)
  }

  cloudformation "AWS::ElastiCache::ReplicationGroup" {
    when                  = is_blank(raw.GlobalReplicationGroupId)
    kind                  = "group"
    engine                = given(raw.Engine, "redis")
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)
    leaves_snapshot       = given(meta.DeletionPolicy, "Delete") == "Snapshot"
    fails_over            = given(raw.AutomaticFailoverEnabled, false)
    spans_zones           = given(raw.MultiAZEnabled, false)
    can_snapshot          = has_snapshots(raw.CacheNodeType)
    store                 = here.data_store[0]
    tags                  = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::ElastiCache::CacheCluster" {
    when                  = given(raw.Engine, "memcached") != "memcached"
    kind                  = "cluster"
    engine                = raw.Engine
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)
    leaves_snapshot       = given(meta.DeletionPolicy, "Delete") == "Snapshot"
    can_snapshot          = has_snapshots(raw.CacheNodeType)
    store                 = here.data_store[0]
    tags                  = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::ElastiCache::ServerlessCache" {
    when                  = raw.Engine != "memcached"
    kind                  = "serverless"
    engine                = raw.Engine
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)
    final_snapshot        = raw.FinalSnapshotName
    leaves_snapshot       = !is_blank(self.final_snapshot)
    can_snapshot          = true
    store                 = here.data_store[0]
    tags                  = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::MemoryDB::Cluster" {
    kind                  = "memorydb"
    engine                = given(raw.Engine, "redis")
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)
    final_snapshot        = raw.FinalSnapshotName
    leaves_snapshot       = !is_blank(self.final_snapshot)
    can_snapshot          = true
    store                 = here.data_store[0]
    tags                  = tags_of_pairs(given(raw.Tags, []))
  }

  terraform "aws_elasticache_replication_group" {
    when                  = is_blank(raw.global_replication_group_id)
    kind                  = "group"
    engine                = given(raw.engine, "redis")
    backup_retention_days = given(raw.snapshot_retention_limit, 0)
    final_snapshot        = raw.final_snapshot_identifier
    leaves_snapshot       = !is_blank(self.final_snapshot)
    fails_over            = given(raw.automatic_failover_enabled, false)
    spans_zones           = given(raw.multi_az_enabled, false)
    can_snapshot          = has_snapshots(raw.node_type)
    store                 = here.data_store[0]
    tags                  = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_elasticache_cluster" {
    when                  = is_single_cache(raw)
    kind                  = "cluster"
    engine                = raw.engine
    backup_retention_days = given(raw.snapshot_retention_limit, 0)
    final_snapshot        = raw.final_snapshot_identifier
    leaves_snapshot       = !is_blank(self.final_snapshot)
    can_snapshot          = has_snapshots(raw.node_type)
    store                 = here.data_store[0]
    tags                  = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_elasticache_serverless_cache" {
    when                  = raw.engine != "memcached"
    kind                  = "serverless"
    engine                = raw.engine
    backup_retention_days = given(raw.snapshot_retention_limit, 0)
    can_snapshot          = true
    store                 = here.data_store[0]
    tags                  = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_memorydb_cluster" {
    kind                  = "memorydb"
    engine                = given(raw.engine, "redis")
    backup_retention_days = given(raw.snapshot_retention_limit, 0)
    final_snapshot        = raw.final_snapshot_name
    leaves_snapshot       = !is_blank(self.final_snapshot)
    can_snapshot          = true
    store                 = here.data_store[0]
    tags                  = tags_of_terraform(raw.tags, meta.provider)
  }
}

function "has_snapshots" {
  parameters = ["node_type"]
  result     = node_type != "cache.t1.micro"
}

# Members of a group are the group's affair, and memcached keeps nothing.
function "is_single_cache" {
  parameters = ["cluster"]
  result     = is_blank(cluster.replication_group_id) && given(cluster.engine, "memcached") != "memcached"
}
