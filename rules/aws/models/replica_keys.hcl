# A replica of a table in another region, and the key of its own.
type "table_replica" {
  attributes = { label = string, table = any, region = string, key = string, table_key = string }

  # Keys of a global table are named by replica; one that has a key asks the same of its siblings.
  cloudformation "AWS::DynamoDB::GlobalTable" {
    each      = given(raw.Replicas, [])
    label     = "the replica of ${self.address} in ${describe(self.region)}"
    region    = item.Region
    key       = item.SSESpecification.KMSMasterKeyId
    table_key = first([for replica in raw.Replicas : replica.SSESpecification.KMSMasterKeyId])
  }

  terraform "aws_dynamodb_table" {
    each      = blocks(raw.replica)
    label     = "the replica of ${self.address} in ${describe(self.region)}"
    region    = item.region_name
    key       = item.kms_key_arn
    table_key = blocks(raw.server_side_encryption)[0].kms_key_arn
  }
  terraform "aws_dynamodb_table_replica" {
    label     = self.address
    table     = raw.global_table_arn
    region    = region
    key       = raw.kms_key_arn
    table_key = self.whole == null ? unresolved("the table ${describe(self.table)} is not in this configuration") : self.whole.key
  }
}

link "whole" {
  from   = table_replica
  to     = dynamodb_table
  single = true
  by     = from.table
  keys   = [to.arn]
}

# A replica of a secret in another region.
type "secret_replica" {
  attributes = { label = string, region = string, key = string, secret_key = string }

  cloudformation "AWS::SecretsManager::Secret" {
    each       = given(raw.ReplicaRegions, [])
    label      = "the replica of ${self.address} in ${describe(self.region)}"
    region     = item.Region
    key        = item.KmsKeyId
    secret_key = raw.KmsKeyId
  }

  terraform "aws_secretsmanager_secret" {
    each       = blocks(raw.replica)
    label      = "the replica of ${self.address} in ${describe(self.region)}"
    region     = item.region
    key        = item.kms_key_id
    secret_key = raw.kms_key_id
  }
}
