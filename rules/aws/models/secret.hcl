# A secret. Its service keeps no backups, only replicas, and a while after its deletion.
type "secret" {
  attributes = {
    name                 = string
    region               = string
    account              = string
    key                  = string
    recovery_window_days = number # null where the dialect deletes it at once
    replica_regions      = any
    tags                 = map(string)
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::SecretsManager::Secret" {
    name            = raw.Name
    key             = raw.KmsKeyId
    replica_regions = [for replica in given(raw.ReplicaRegions, []) : replica.Region]
    tags            = tags_of_pairs(given(raw.Tags, []))
  }

  terraform "aws_secretsmanager_secret" {
    name                 = raw.name
    key                  = raw.kms_key_id
    recovery_window_days = given(raw.recovery_window_in_days, 30)
    replica_regions      = [for replica in blocks(raw.replica) : replica.region]
    tags                 = tags_of_terraform(raw.tags, meta.provider)
  }
}

derive "explicit_tier" {
  on    = secret
  value = named_tier(self.tags, policy)
}
