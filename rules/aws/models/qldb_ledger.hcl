# A journal that is neither backed up nor restored, only exported. The service has ended.
type "qldb_ledger" {
  family = ["data_store"]

  every {
    arn          = "arn:${partition}:qldb:${region}:${account}:ledger/${chosen_name(self)}"
    region       = region
    account      = account
    is_encrypted = true
    only_native  = true
  }

  cloudformation "AWS::QLDB::Ledger" {
    name = raw.Name
    tags = tags_of_pairs(given(raw.Tags, []))
    key  = raw.KmsKey

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_qldb_ledger" {
    name = raw.name
    tags = tags_of_terraform(raw.tags, meta.provider)
    key  = raw.kms_key

    computed {
      id  = chosen_name(self)
      arn = self.arn
    }
  }
}
