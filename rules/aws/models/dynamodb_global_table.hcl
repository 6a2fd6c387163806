# One table with replicas in several regions. Plans see the replica in their own region.
type "dynamodb_global_table" {
  family     = ["data_store", "replicated_table"]
  attributes = { replica = any }

  cloudformation "AWS::DynamoDB::GlobalTable" {
    name                    = raw.TableName
    arn                     = "arn:${partition}:dynamodb:${region}:${account}:table/${chosen_name(self)}"
    region                  = region
    account                 = account
    replica                 = given(first([for replica in raw.Replicas : replica if replica.Region == region]), raw.Replicas[0])
    tags                    = tags_of_pairs(given(self.replica.Tags, []))
    key                     = self.replica.SSESpecification.KMSMasterKeyId
    is_encrypted            = true
    point_in_time_recovery  = given(self.replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled, false)
    recovery_days           = given(self.replica.PointInTimeRecoverySpecification.RecoveryPeriodInDays, 35)
    native                  = point_in_time(self)
    is_replicated_elsewhere = length(raw.Replicas) > 1

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }
}
