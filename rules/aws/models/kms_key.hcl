type "kms_key" {
  attributes = {
    key_id     = string
    arn        = string
    region     = string
    is_managed = bool # by the provider: nobody can share it or change its policy
  }

  cloudformation "AWS::KMS::Key" {
    region     = region
    is_managed = false
  }
  cloudformation "AWS::KMS::ReplicaKey" {
    region     = region
    is_managed = false
  }
  cloudformation "AWS::KMS::Alias" {
    key_id     = raw.AliasName
    arn        = "arn:${partition}:kms:${region}:${account}:${self.key_id}"
    region     = region
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")

    computed { Ref = self.key_id }
  }

  terraform "aws_kms_key" {
    region     = region
    is_managed = false
  }
  terraform "aws_kms_replica_key" {
    region     = region
    is_managed = false
  }
  terraform "aws_kms_external_key" {
    region     = region
    is_managed = false
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
    region     = region
    is_managed = glob("*alias/aws/*", given(self.key_id, ""))
  }
  terraform_data "aws_kms_alias" {
    key_id     = raw.name
    region     = region
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")
  }
}
