type "dynamodb_table" {
  family = ["data_store", "replicated_table"]

  every {
    arn          = "arn:${partition}:dynamodb:${region}:${account}:table/${chosen_name(self)}"
    region       = region
    account      = account
    is_encrypted = true
    native       = point_in_time(self)
  }

  cloudformation "AWS::DynamoDB::Table" {
    name                   = raw.TableName
    tags                   = tags_of_pairs(given(raw.Tags, []))
    key                    = given(raw.SSESpecification.SSEEnabled, true) ? raw.SSESpecification.KMSMasterKeyId : null
    point_in_time_recovery = given(raw.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled, false)
    recovery_days          = given(raw.PointInTimeRecoverySpecification.RecoveryPeriodInDays, 35)

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_dynamodb_table" {
    companion "replicas" {
      type     = "aws_dynamodb_table_replica"
      argument = "global_table_arn"
      keys     = [self.arn]
    }

    companion "groups" {
      type     = "aws_dynamodb_global_table"
      argument = "name"
      keys     = [self.name]
    }

    name                    = raw.name
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = given(blocks(raw.server_side_encryption)[0].enabled, true) ? blocks(raw.server_side_encryption)[0].kms_key_arn : null
    point_in_time_recovery  = given(blocks(raw.point_in_time_recovery)[0].enabled, false)
    recovery_days           = given(blocks(raw.point_in_time_recovery)[0].recovery_period_in_days, 35)
    is_replicated_elsewhere = length(blocks(raw.replica)) > 0 || length(replicas) > 0 || length(groups) > 0

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}

# Tables that have replicas in other regions.
family "replicated_table" {
  attributes = { arn = string, key = string, point_in_time_recovery = bool, recovery_days = number }
}

# The latest restorable time is about five minutes ago.
function "point_in_time" {
  parameters = ["table"]
  result     = table.point_in_time_recovery ? { mechanism = "point-in-time recovery", rpo_minutes = 5, retention_days = table.recovery_days } : null
}
