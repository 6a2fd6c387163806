type "keyspaces_table" {
  family     = ["data_store"]
  attributes = { keyspace_name = any, point_in_time_recovery = bool, recovery_days = number }

  cloudformation "AWS::Cassandra::Table" {
    name                    = raw.TableName
    arn                     = "arn:${partition}:cassandra:${region}:${account}:/keyspace/${raw.KeyspaceName}/table/${chosen_name(self)}"
    region                  = region
    account                 = account
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.EncryptionSpecification.KmsKeyIdentifier
    is_encrypted            = true
    keyspace_name           = raw.KeyspaceName
    point_in_time_recovery  = given(raw.PointInTimeRecoveryEnabled, false)
    recovery_days           = 35
    native                  = point_in_time(self)
    is_replicated_elsewhere = length(given(raw.ReplicaSpecifications, [])) > 1 || length(given(self.keyspace.regions, [])) > 1
    only_native             = true
  }

  terraform "aws_keyspaces_table" {
    name                    = raw.table_name
    arn                     = "arn:${partition}:cassandra:${region}:${account}:/keyspace/${raw.keyspace_name}/table/${self.name}"
    region                  = region
    account                 = account
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = blocks(raw.encryption_specification)[0].kms_key_identifier
    is_encrypted            = true
    keyspace_name           = raw.keyspace_name
    point_in_time_recovery  = given(blocks(raw.point_in_time_recovery)[0].status, "DISABLED") == "ENABLED"
    recovery_days           = 35
    native                  = point_in_time(self)
    is_replicated_elsewhere = length(given(self.keyspace.regions, [])) > 1
    only_native             = true

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
