# A replica of a table, with a key and with guards of its own: what a table says of itself does not hold for its replicas.
type "table_replica" {
  identity = self.region
  attributes = {
    label                  = string
    table                  = any
    region                 = string
    key                    = string
    table_key              = string
    point_in_time_recovery = bool
    is_protected           = bool # from deletion; null where the region of the table decides
  }

  # Keys of a global table are named by replica; one that has a key asks the same of its siblings.
  cloudformation "AWS::DynamoDB::GlobalTable" {
    each      = given(raw.Replicas, [])
    label     = "the replica of ${self.address} in ${describe(self.region)}"
    region    = item.Region
    key       = item.SSESpecification.KMSMasterKeyId
    table_key = first([for replica in raw.Replicas : replica.SSESpecification.KMSMasterKeyId])
    table     = self.address

    point_in_time_recovery = given(item.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled, false)
    is_protected           = given(item.DeletionProtectionEnabled, false)
  }

  terraform "aws_dynamodb_table" {
    each      = blocks(raw.replica)
    label     = "the replica of ${self.address} in ${describe(self.region)}"
    region    = item.region_name
    key       = item.kms_key_arn
    table_key = blocks(raw.server_side_encryption)[0].kms_key_arn
    table     = self.address

    point_in_time_recovery = given(item.point_in_time_recovery, false)
    is_protected           = item.deletion_protection_enabled
  }
  terraform "aws_dynamodb_table_replica" {
    label     = self.address
    table     = raw.global_table_arn
    region    = region
    key       = raw.kms_key_arn
    table_key = self.whole == null ? unresolved("the table ${describe(self.table)} is not in this configuration") : self.whole.key

    point_in_time_recovery = given(raw.point_in_time_recovery, false)
    is_protected           = raw.deletion_protection_enabled
  }
}

link "whole" {
  from    = table_replica
  to      = family.replicated_table
  inverse = "table_replicas"
  single  = true
  by      = from.table
  keys    = [to.arn, to.address]
}

# A replica of a secret in another region.
type "secret_replica" {
  identity   = self.region
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
