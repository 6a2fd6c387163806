type "dsql_cluster" {
  family = ["data_store"]

  every {
    arn          = "arn:${partition}:dsql:${region}:${account}:cluster/${chosen_id(self)}"
    region       = region
    account      = account
    is_encrypted = true
  }

  cloudformation "AWS::DSQL::Cluster" {
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.KmsEncryptionKey
    is_replicated_elsewhere = length(given(raw.MultiRegionProperties.Clusters, [])) > 0

    computed {
      Ref         = chosen_id(self)
      Identifier  = chosen_id(self)
      ResourceArn = self.arn
    }
  }

  terraform "aws_dsql_cluster" {
    companion "peerings" {
      type     = "aws_dsql_cluster_peering"
      argument = "identifier"
      keys     = []
    }

    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = raw.kms_encryption_key
    is_replicated_elsewhere = length(peerings) > 0

    computed {
      identifier = chosen_id(self)
      arn        = self.arn
    }
  }
}
