# Makes a recovery point every half hour and keeps it for a day, whatever is declared.
type "redshift_serverless_namespace" {
  family = ["data_store"]
  attributes = {
    final_snapshot      = string
    final_snapshot_days = number
    snapshot_copies     = list(object({ region = string, retention_days = number, key = string }))
  }

  every {
    arn          = "arn:${partition}:redshift-serverless:${region}:${account}:namespace/${chosen_id(self)}"
    region       = region
    account      = account
    is_encrypted = true
    native       = automatic_backups("recovery points", 30, 1)
  }

  cloudformation "AWS::RedshiftServerless::Namespace" {
    name                    = raw.NamespaceName
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.KmsKeyId
    final_snapshot          = raw.FinalSnapshotName
    final_snapshot_days     = raw.FinalSnapshotRetentionPeriod
    snapshot_copies         = [for copy in given(raw.SnapshotCopyConfigurations, []) : { region = copy.DestinationRegion, retention_days = copy.SnapshotRetentionPeriod, key = copy.DestinationKmsKeyId }]
    is_replicated_elsewhere = length(given(raw.SnapshotCopyConfigurations, [])) > 0

    computed {
      Ref       = self.name
      Namespace = { NamespaceId = chosen_id(self), NamespaceArn = self.arn }
    }
  }

  terraform "aws_redshiftserverless_namespace" {
    name = raw.namespace_name
    tags = tags_of_terraform(raw.tags, meta.provider)
    key  = raw.kms_key_id

    computed {
      id           = self.name
      namespace_id = chosen_id(self)
      arn          = self.arn
    }
  }
}
