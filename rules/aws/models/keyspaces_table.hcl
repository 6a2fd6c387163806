type "keyspaces_table" {
  family     = ["data_store"]
  attributes = { keyspace_name = any, point_in_time_recovery = bool, recovery_days = number }

  every {
    region        = region
    account       = account
    is_encrypted  = true
    recovery_days = 35
    native        = point_in_time(self)
    only_native   = true
  }

  cloudformation "AWS::Cassandra::Table" {
    name                    = raw.TableName
    arn                     = "arn:${partition}:cassandra:${region}:${account}:/keyspace/${raw.KeyspaceName}/table/${chosen_name(self)}"
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.EncryptionSpecification.KmsKeyIdentifier
    keyspace_name           = raw.KeyspaceName
    point_in_time_recovery  = given(raw.PointInTimeRecoveryEnabled, false)
    is_replicated_elsewhere = length(given(raw.ReplicaSpecifications, [])) > 1 || length(given(self.keyspace.regions, [])) > 1
  }

  terraform "aws_keyspaces_table" {
    name                    = raw.table_name
    arn                     = "arn:${partition}:cassandra:${region}:${account}:/keyspace/${raw.keyspace_name}/table/${self.name}"
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = blocks(raw.encryption_specification)[0].kms_key_identifier
    keyspace_name           = raw.keyspace_name
    point_in_time_recovery  = given(blocks(raw.point_in_time_recovery)[0].status, "DISABLED") == "ENABLED"
    is_replicated_elsewhere = length(given(self.keyspace.regions, [])) > 1

    computed { arn = self.arn }
  }
}

link "keyspace" {
  from   = keyspaces_table
  to     = keyspace
  single = true
  by     = from.keyspace_name
  keys   = [to.name]
}
