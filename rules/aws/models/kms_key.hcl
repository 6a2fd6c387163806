type "kms_key" {
  attributes = {
    key_id     = string
    arn        = string
    region     = string
    is_managed = bool # by the provider: nobody can share it or change its policy
    policy     = any  # null when nobody but the key's own account may use it
  }

  cloudformation "AWS::KMS::Key" {
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false
    policy     = raw.KeyPolicy

    computed { Arn = self.arn }
  }
  cloudformation "AWS::KMS::ReplicaKey" {
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false
    policy     = raw.KeyPolicy

    computed { Arn = self.arn }
  }
  cloudformation "AWS::KMS::Alias" {
    key_id     = raw.AliasName
    arn        = "arn:${partition}:kms:${region}:${account}:${self.key_id}"
    region     = region
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")
    policy     = unresolved("the policy of the key behind ${self.address} is not in this configuration")

    computed { Ref = self.key_id }
  }

  terraform "aws_kms_key" {
    companion "policies" {
      type     = "aws_kms_key_policy"
      argument = "key_id"
      keys     = [self.arn]
    }

    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false
    policy     = given(raw.policy, first(policies).policy)

    computed { arn = self.arn }
  }
  terraform "aws_kms_replica_key" {
    companion "policies" {
      type     = "aws_kms_key_policy"
      argument = "key_id"
      keys     = [self.arn]
    }

    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false
    policy     = given(raw.policy, first(policies).policy)

    computed { arn = self.arn }
  }
  terraform "aws_kms_external_key" {
    companion "policies" {
      type     = "aws_kms_key_policy"
      argument = "key_id"
      keys     = [self.arn]
    }

    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = false
    policy     = given(raw.policy, first(policies).policy)

    computed { arn = self.arn }
  }
  terraform "aws_kms_alias" {
    key_id     = raw.name
    arn        = "arn:${partition}:kms:${region}:${account}:${self.key_id}"
    region     = region
    is_managed = false
    policy     = unresolved("the policy of the key behind ${self.address} is not in this configuration")

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
    policy     = unresolved("the policy of the key behind ${self.address} is not in this configuration")

    computed { arn = self.arn }
  }
  terraform_data "aws_kms_alias" {
    key_id     = raw.name
    arn        = key_arn(partition, region, account, self.address)
    region     = region
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")
    policy     = unresolved("the policy of the key behind ${self.address} is not in this configuration")

    computed { target_key_arn = self.arn }
  }
}

function "key_arn" {
  parameters = ["partition", "region", "account", "address"]
  result     = "arn:${partition}:kms:${region}:${account}:key/${unresolved("the id of ${address} is chosen at deployment")}"
}
