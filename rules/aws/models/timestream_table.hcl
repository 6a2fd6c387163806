# The service itself backs up nothing.
type "timestream_table" {
  family = ["data_store"]

  cloudformation "AWS::Timestream::Table" {
    name    = raw.TableName
    arn     = "arn:${partition}:timestream:${region}:${account}:database/${raw.DatabaseName}/table/${chosen_name(self)}"
    region  = region
    account = account
    tags    = tags_of_pairs(given(raw.Tags, []))

    computed {
      Arn  = self.arn
      Name = self.name
    }
  }

  terraform "aws_timestreamwrite_table" {
    name    = raw.table_name
    arn     = "arn:${partition}:timestream:${region}:${account}:database/${raw.database_name}/table/${self.name}"
    region  = region
    account = account
    tags    = tags_of_terraform(raw.tags, meta.provider)

    computed { arn = self.arn }
  }
}
