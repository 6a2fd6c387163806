# The service itself backs up nothing.
type "timestream_table" {
  family     = ["data_store"]
  attributes = { database_name = any, memory_hours = number, magnetic_days = number, takes_late_data = bool }

  every {
    region       = region
    account      = account
    key          = self.database.key
    is_encrypted = true
  }

  cloudformation "AWS::Timestream::Table" {
    name = raw.TableName
    arn  = "arn:${partition}:timestream:${region}:${account}:database/${raw.DatabaseName}/table/${chosen_name(self)}"
    tags = tags_of_pairs(given(raw.Tags, []))

    database_name   = raw.DatabaseName
    memory_hours    = given(raw.RetentionProperties.MemoryStoreRetentionPeriodInHours, 6)
    magnetic_days   = given(raw.RetentionProperties.MagneticStoreRetentionPeriodInDays, 73000)
    takes_late_data = given(raw.MagneticStoreWriteProperties.EnableMagneticStoreWrites, false)

    computed {
      Ref  = "${raw.DatabaseName}|${chosen_name(self)}"
      Arn  = self.arn
      Name = chosen_name(self)
    }
  }

  terraform "aws_timestreamwrite_table" {
    name = raw.table_name
    arn  = "arn:${partition}:timestream:${region}:${account}:database/${raw.database_name}/table/${self.name}"
    tags = tags_of_terraform(raw.tags, meta.provider)

    database_name   = raw.database_name
    memory_hours    = given(blocks(raw.retention_properties)[0].memory_store_retention_period_in_hours, 6)
    magnetic_days   = given(blocks(raw.retention_properties)[0].magnetic_store_retention_period_in_days, 73000)
    takes_late_data = given(blocks(raw.magnetic_store_write_properties)[0].enable_magnetic_store_writes, false)

    computed {
      id  = "${self.name}:${raw.database_name}"
      arn = self.arn
    }
  }
}

# Its key encrypts all its tables.
type "timestream_database" {
  attributes = { name = string, key = string }

  cloudformation "AWS::Timestream::Database" {
    name = raw.DatabaseName
    key  = raw.KmsKeyId

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_timestreamwrite_database" {
    name = raw.database_name
    key  = raw.kms_key_id

    computed { id = self.name }
  }
}

link "database" {
  from   = timestream_table
  to     = timestream_database
  single = true
  by     = from.database_name
  keys   = [to.name]
}
