# The service takes a snapshot every hour and keeps two weeks of them; there is no setting for it.
type "opensearch_domain" {
  family     = ["data_store"]
  attributes = { zones = number, has_standby = bool }

  every {
    arn         = "arn:${partition}:es:${region}:${account}:domain/${chosen_name(self)}"
    region      = region
    account     = account
    native      = automatic_backups("hourly snapshots", 60, 14)
    only_native = true
  }

  cloudformation "AWS::OpenSearchService::Domain" {
    name         = raw.DomainName
    tags         = tags_of_pairs(given(raw.Tags, []))
    key          = raw.EncryptionAtRestOptions.KmsKeyId
    is_encrypted = given(raw.EncryptionAtRestOptions.Enabled, false)
    zones        = given(raw.ClusterConfig.ZoneAwarenessEnabled, false) ? given(raw.ClusterConfig.ZoneAwarenessConfig.AvailabilityZoneCount, 2) : 1
    has_standby  = given(raw.ClusterConfig.MultiAZWithStandbyEnabled, false)

    computed {
      Ref       = chosen_name(self)
      Arn       = self.arn
      DomainArn = self.arn
    }
  }

  terraform "aws_opensearch_domain" {
    name         = raw.domain_name
    tags         = tags_of_terraform(raw.tags, meta.provider)
    key          = blocks(raw.encrypt_at_rest)[0].kms_key_id
    is_encrypted = given(blocks(raw.encrypt_at_rest)[0].enabled, false)
    zones        = given(blocks(raw.cluster_config)[0].zone_awareness_enabled, false) ? given(blocks(blocks(raw.cluster_config)[0].zone_awareness_config)[0].availability_zone_count, 2) : 1
    has_standby  = given(blocks(raw.cluster_config)[0].multi_az_with_standby_enabled, false)

    computed { arn = self.arn }
  }
}
