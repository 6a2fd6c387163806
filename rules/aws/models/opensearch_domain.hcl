# The service takes a snapshot every hour and keeps two weeks of them; there is no setting for it.
type "opensearch_domain" {
  family = ["data_store"]

  cloudformation "AWS::OpenSearchService::Domain" {
    name        = raw.DomainName
    arn         = "arn:${partition}:es:${region}:${account}:domain/${chosen_name(self)}"
    region      = region
    account     = account
    tags        = tags_of_pairs(given(raw.Tags, []))
    key         = raw.EncryptionAtRestOptions.KmsKeyId
    native      = automatic_backups("hourly snapshots", 60, 14)
    only_native = true

    computed {
      Ref       = chosen_name(self)
      Arn       = self.arn
      DomainArn = self.arn
    }
  }

  terraform "aws_opensearch_domain" {
    name        = raw.domain_name
    arn         = "arn:${partition}:es:${region}:${account}:domain/${self.name}"
    region      = region
    account     = account
    tags        = tags_of_terraform(raw.tags, meta.provider)
    key         = blocks(raw.encrypt_at_rest)[0].kms_key_id
    native      = automatic_backups("hourly snapshots", 60, 14)
    only_native = true

    computed { arn = self.arn }
  }
}
