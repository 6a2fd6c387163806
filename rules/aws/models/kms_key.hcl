type "kms_key" {
  attributes = {
    key_id     = string
    arn        = string
    region     = string
    is_managed = bool # by the provider: nobody can share it or change its policy
  }

  cloudformation "AWS::KMS::Key" {
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false

    computed { Arn = self.arn }
  }
  cloudformation "AWS::KMS::ReplicaKey" {
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false

    computed { Arn = self.arn }
  }
  cloudformation "AWS::KMS::Alias" {
    key_id     = raw.AliasName
    arn        = "arn:${partition}:kms:${region}:${account}:${self.key_id}"
    region     = region
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")

    computed { Ref = self.key_id }
  }

  terraform "aws_kms_key" {
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false

    computed { arn = self.arn }
  }
  terraform "aws_kms_replica_key" {
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false

    computed { arn = self.arn }
  }
  terraform "aws_kms_external_key" {
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false

    computed { arn = self.arn }
  }
  terraform "aws_kms_alias" {
    key_id     = raw.name
    arn        = "arn:${partition}:kms:${region}:${account}:${self.key_id}"
    region     = region
    is_managed = false

    computed {
      id  = self.key_id
      arn = self.arn
    }
  }
  terraform_data "aws_kms_key" {
    key_id     = raw.key_id
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = glob("*alias/aws/*", given(self.key_id, ""))

    computed { arn = self.arn }
  }
  terraform_data "aws_kms_alias" {
    key_id     = raw.name
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")

    computed { target_key_arn = self.arn }
  }
}

function "key_arn" {
  parameters = ["partition", "region", "account", "address"]
  result     = "arn:${partition}:kms:${region}:${account}:key/${unresolved("the id of ${address} is chosen at deployment")}"
}
