# Like other caches, a data store only when its tags say so.
type "elasticache_serverless_cache" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  every {
    arn          = "arn:${partition}:elasticache:${region}:${account}:serverlesscache:${self.name}"
    region       = region
    account      = account
    is_encrypted = true
    native       = automatic_backups("daily snapshots", 1440, self.backup_retention_days)
    only_native  = true
  }

  cloudformation "AWS::ElastiCache::ServerlessCache" {
    when = named_tier(self.tags, policy) != null

    name                  = raw.ServerlessCacheName
    tags                  = tags_of_pairs(given(raw.Tags, []))
    key                   = raw.KmsKeyId
    backup_retention_days = given(raw.SnapshotRetentionLimit, 0)

    computed {
      Ref = self.name
      ARN = self.arn
    }
  }

  terraform "aws_elasticache_serverless_cache" {
    when = named_tier(self.tags, policy) != null

    name                  = raw.name
    tags                  = tags_of_terraform(raw.tags, meta.provider)
    key                   = raw.kms_key_id
    backup_retention_days = given(raw.snapshot_retention_limit, 0)

    computed { arn = self.arn }
  }
}
