type "kms_key" {
  attributes = {
    key_id        = string
    arn           = string
    region        = string
    account       = string
    is_managed    = bool   # by the provider: nobody can share it or change its policy
    target        = any    # of an alias
    primary       = any    # of a replica
    kind          = string # key, replica, external, alias or lookup
    is_enabled    = bool
    usage         = string
    spec          = string
    origin        = string # of the key material
    policy        = any
    spans_regions = bool # may have replicas with the same material

    rotates              = bool
    rotation_days        = number
    deletion_window_days = number
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::KMS::Key" {
    arn        = key_arn(partition, region, account, self)
    is_managed = false
    kind       = "key"
    is_enabled = given(raw.Enabled, true)
    usage      = given(raw.KeyUsage, "ENCRYPT_DECRYPT")
    spec       = given(raw.KeySpec, "SYMMETRIC_DEFAULT")
    origin     = given(raw.Origin, "AWS_KMS")
    policy     = raw.KeyPolicy

    spans_regions        = given(raw.MultiRegion, false)
    rotates              = given(raw.EnableKeyRotation, false)
    rotation_days        = given(raw.RotationPeriodInDays, 365)
    deletion_window_days = given(raw.PendingWindowInDays, 30)

    computed {
      Ref   = chosen_id(self)
      KeyId = chosen_id(self)
      Arn   = self.arn
    }
  }
  cloudformation "AWS::KMS::ReplicaKey" {
    arn        = key_arn(partition, region, account, self)
    is_managed = false
    kind       = "replica"
    is_enabled = given(raw.Enabled, true)
    usage      = "ENCRYPT_DECRYPT"
    spec       = "SYMMETRIC_DEFAULT"
    origin     = "AWS_KMS"
    policy     = raw.KeyPolicy
    primary    = raw.PrimaryKeyArn

    deletion_window_days = given(raw.PendingWindowInDays, 30)

    computed {
      Ref   = chosen_id(self)
      KeyId = chosen_id(self)
      Arn   = self.arn
    }
  }
  cloudformation "AWS::KMS::Alias" {
    key_id     = raw.AliasName
    arn        = "arn:${partition}:kms:${region}:${account}:${self.key_id}"
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")
    kind       = "alias"
    target     = raw.TargetKeyId

    computed { Ref = self.key_id }
  }

  terraform "aws_kms_key" {
    companion "policies" {
      type     = "aws_kms_key_policy"
      argument = "key_id"
      keys     = [self.arn]
    }

    arn        = key_arn(partition, region, account, self)
    is_managed = false
    kind       = "key"
    is_enabled = given(raw.is_enabled, true)
    usage      = given(raw.key_usage, "ENCRYPT_DECRYPT")
    spec       = given(raw.customer_master_key_spec, "SYMMETRIC_DEFAULT")
    origin     = is_blank(raw.custom_key_store_id) ? "AWS_KMS" : "custom key store"
    policy     = given(raw.policy, first(policies).policy)

    spans_regions        = given(raw.multi_region, false)
    rotates              = given(raw.enable_key_rotation, false)
    rotation_days        = given(raw.rotation_period_in_days, 365)
    deletion_window_days = given(raw.deletion_window_in_days, 30)

    computed {
      id     = chosen_id(self)
      key_id = chosen_id(self)
      arn    = self.arn
    }
  }
  terraform "aws_kms_replica_key" "aws_kms_replica_external_key" {
    companion "policies" {
      type     = "aws_kms_key_policy"
      argument = "key_id"
      keys     = [self.arn]
    }

    arn        = key_arn(partition, region, account, self)
    is_managed = false
    kind       = "replica"
    is_enabled = given(raw.enabled, true)
    usage      = "ENCRYPT_DECRYPT"
    spec       = "SYMMETRIC_DEFAULT"
    origin     = meta.type == "aws_kms_replica_external_key" ? "EXTERNAL" : "AWS_KMS"
    policy     = given(raw.policy, first(policies).policy)
    primary    = raw.primary_key_arn

    deletion_window_days = given(raw.deletion_window_in_days, 30)

    computed {
      id     = chosen_id(self)
      key_id = chosen_id(self)
      arn    = self.arn
    }
  }
  terraform "aws_kms_external_key" {
    companion "policies" {
      type     = "aws_kms_key_policy"
      argument = "key_id"
      keys     = [self.arn]
    }

    arn        = key_arn(partition, region, account, self)
    is_managed = false
    kind       = "external"
    is_enabled = given(raw.enabled, true)
    usage      = given(raw.key_usage, "ENCRYPT_DECRYPT")
    spec       = given(raw.key_spec, "SYMMETRIC_DEFAULT")
    origin     = "EXTERNAL"
    policy     = given(raw.policy, first(policies).policy)

    spans_regions        = given(raw.multi_region, false)
    deletion_window_days = given(raw.deletion_window_in_days, 30)

    computed {
      id     = chosen_id(self)
      key_id = chosen_id(self)
      arn    = self.arn
    }
  }
  terraform "aws_kms_alias" {
    key_id     = raw.name
    arn        = "arn:${partition}:kms:${region}:${account}:${self.key_id}"
    is_managed = false
    kind       = "alias"
    target     = raw.target_key_id

    computed {
      id  = self.key_id
      arn = self.arn
    }
  }
  terraform_data "aws_kms_key" {
    key_id     = raw.key_id
    arn        = key_arn(partition, region, account, self)
    is_managed = glob("*alias/aws/*", given(self.key_id, ""))
    kind       = "lookup"

    computed { arn = self.arn }
  }
  terraform_data "aws_kms_alias" {
    key_id     = raw.name
    arn        = key_arn(partition, region, account, self)
    is_managed = startswith(given(self.key_id, ""), "alias/aws/")
    kind       = "lookup"

    computed { target_key_arn = self.arn }
  }
}

function "key_arn" {
  parameters = ["partition", "region", "account", "key"]
  result     = "arn:${partition}:kms:${region}:${account}:key/${chosen_id(key)}"
}

# Nobody knows the id of a key beforehand: an alias finds it by reference.
link "target_key" {
  from    = kms_key
  to      = kms_key
  inverse = "aliases"
  single  = true
  by      = from.target
  keys    = [to.arn]
}

link "primary_key" {
  from    = kms_key
  to      = kms_key
  inverse = "replicas"
  single  = true
  by      = from.primary
  keys    = [to.arn]
}

derive "all_vaults" {
  on    = kms_key
  value = concat(self.vaults, flatten([for alias in self.aliases : alias.vaults]))
}

derive "all_stores" {
  on    = kms_key
  value = concat(self.stores, flatten([for alias in self.aliases : alias.stores]))
}

derive "encrypts_backups" {
  on    = kms_key
  value = length(self.all_vaults) > 0
}

# A lookup or an alias says nothing about the key itself.
derive "is_declared" {
  on    = kms_key
  value = contains(["key", "replica", "external"], self.kind)
}

# Data whose own tags name a tier.
derive "encrypts_tiered_data" {
  on    = kms_key
  value = any([for store in self.all_stores : store.explicit_tier != null])
}
