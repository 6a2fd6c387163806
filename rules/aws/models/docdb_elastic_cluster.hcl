type "docdb_elastic_cluster" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  every {
    arn          = "arn:${partition}:docdb-elastic:${region}:${account}:cluster/${chosen_id(self)}"
    region       = region
    account      = account
    is_encrypted = true
    native       = automatic_backups("automatic snapshots", 1440, self.backup_retention_days)
  }

  # Nothing documents what an absent period means here.
  cloudformation "AWS::DocDBElastic::Cluster" {
    name                  = raw.ClusterName
    tags                  = tags_of_pairs(given(raw.Tags, []))
    key                   = raw.KmsKeyId
    backup_retention_days = given(raw.BackupRetentionPeriod, unresolved("the default retention of automatic snapshots is not documented"))

    computed {
      Ref        = self.arn
      ClusterArn = self.arn
    }
  }

  terraform "aws_docdbelastic_cluster" {
    name                  = raw.name
    tags                  = tags_of_terraform(raw.tags, meta.provider)
    key                   = raw.kms_key_id
    backup_retention_days = given(raw.backup_retention_period, 1)

    computed {
      id  = self.arn
      arn = self.arn
    }
  }
}
