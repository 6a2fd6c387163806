# What passes through a stream can be read again while the stream keeps it. Streams are data stores only when their tags say so.
type "kinesis_stream" {
  family     = ["data_store"]
  attributes = { retention_hours = number }

  every {
    arn         = "arn:${partition}:kinesis:${region}:${account}:stream/${chosen_name(self)}"
    region      = region
    account     = account
    only_native = true
  }

  cloudformation "AWS::Kinesis::Stream" {
    when = named_tier(self.tags, policy) != null

    name            = raw.Name
    tags            = tags_of_pairs(given(raw.Tags, []))
    key             = raw.StreamEncryption.KeyId
    is_encrypted    = raw.StreamEncryption != null
    retention_hours = given(raw.RetentionPeriodHours, 24)

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_kinesis_stream" {
    when = named_tier(self.tags, policy) != null

    name            = raw.name
    tags            = tags_of_terraform(raw.tags, meta.provider)
    key             = raw.kms_key_id
    is_encrypted    = given(raw.encryption_type, "NONE") == "KMS"
    retention_hours = given(raw.retention_period, 24)

    computed {
      id  = self.arn
      arn = self.arn
    }
  }
}
