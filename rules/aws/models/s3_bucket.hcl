type "s3_bucket" {
  family = ["data_store"]
  attributes = {
    versioning    = string # Enabled, Suspended, or null
    mfa_delete    = bool
    has_lifecycle = bool
    object_lock   = object({ mode = string, days = number }) # mode is null without a default rule
    # Whether the bucket itself was made for locks; only that can be, and it turns versioning on.
    is_made_for_locks = bool
    public_access     = object({ block_acls = bool, ignore_acls = bool, block_policy = bool, restrict_buckets = bool })
    ownership         = string # of uploaded objects
    logs_to           = any    # the bucket that gets its access logs
    force_destroy     = bool
    is_directory  = bool
    encryption    = string # of objects whose uploader asks for none: AES256, aws:kms, aws:kms:dsse, or null
    policies      = any    # documents
    # Does what is declared about its events let them through to the event bus? Null when nothing is declared.
    sends_events = bool
  }

  cloudformation "AWS::S3::Bucket" {
    companion "policies" {
      type     = "AWS::S3::BucketPolicy"
      argument = "Bucket"
      keys     = [self.name]
    }

    name                   = raw.BucketName
    arn                    = "arn:${partition}:s3:::${chosen_name(self)}"
    region                 = region
    account                = account
    tags                   = tags_of_pairs(given(raw.Tags, []))
    key                    = raw.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID
    continuous_rpo_minutes = 15
    versioning             = raw.VersioningConfiguration.Status
    encryption             = raw.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm
    policies               = [for companion in policies : companion.PolicyDocument]
    mfa_delete             = unresolved("CloudFormation cannot express MFA delete: the root user sets it outside the template")
    has_lifecycle          = raw.LifecycleConfiguration != null
    object_lock = given(raw.ObjectLockEnabled, false) == false ? null : at(raw.ObjectLockEnabled, {
      mode = raw.ObjectLockConfiguration.Rule.DefaultRetention.Mode
      days = given(raw.ObjectLockConfiguration.Rule.DefaultRetention.Days, years_in_days(raw.ObjectLockConfiguration.Rule.DefaultRetention.Years))
    })
    is_made_for_locks = given(raw.ObjectLockEnabled, false)
    public_access = raw.PublicAccessBlockConfiguration == null ? null : at(raw.PublicAccessBlockConfiguration, {
      block_acls       = given(raw.PublicAccessBlockConfiguration.BlockPublicAcls, false)
      ignore_acls      = given(raw.PublicAccessBlockConfiguration.IgnorePublicAcls, false)
      block_policy     = given(raw.PublicAccessBlockConfiguration.BlockPublicPolicy, false)
      restrict_buckets = given(raw.PublicAccessBlockConfiguration.RestrictPublicBuckets, false)
    })
    ownership               = raw.OwnershipControls.Rules[0].ObjectOwnership
    logs_to                 = raw.LoggingConfiguration == null ? null : given(raw.LoggingConfiguration.DestinationBucketName, self.name)
    is_encrypted            = true
    locked_days             = self.object_lock.days
    is_immutable            = self.object_lock.mode == "COMPLIANCE"
    is_replicated_elsewhere = is_replicated(self)
    is_directory            = false
    replica_rpo_minutes     = replica_minutes(self)
    sends_events            = raw.NotificationConfiguration == null ? null : at(raw.NotificationConfiguration, given(raw.NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled, raw.NotificationConfiguration.EventBridgeConfiguration != null))

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  # Objects in one zone; no plan backs them up.
  cloudformation "AWS::S3Express::DirectoryBucket" {
    name         = raw.BucketName
    arn          = "arn:${partition}:s3express:${region}:${account}:bucket/${chosen_name(self)}"
    region       = region
    account      = account
    is_directory = true
    is_encrypted = true
    only_native  = true

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_s3_bucket" {
    companion "public_access_blocks" {
      type     = "aws_s3_bucket_public_access_block"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }
    companion "ownerships" {
      type     = "aws_s3_bucket_ownership_controls"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }
    companion "loggings" {
      type     = "aws_s3_bucket_logging"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }
    companion "versionings" {
      type     = "aws_s3_bucket_versioning"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }
    companion "encryptions" {
      type     = "aws_s3_bucket_server_side_encryption_configuration"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }
    companion "lifecycles" {
      type     = "aws_s3_bucket_lifecycle_configuration"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }
    companion "locks" {
      type     = "aws_s3_bucket_object_lock_configuration"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }

    companion "policies" {
      type     = "aws_s3_bucket_policy"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }
    companion "notifications" {
      type     = "aws_s3_bucket_notification"
      argument = "bucket"
      keys     = [self.name, self.arn]
    }

    name                   = raw.bucket
    arn                    = "arn:${partition}:s3:::${chosen_name_from(self, raw.bucket_prefix)}"
    region                 = region
    account                = account
    tags                   = tags_of_terraform(raw.tags, meta.provider)
    key                    = given(default_key(blocks(first(encryptions).rule)), default_key(blocks(blocks(raw.server_side_encryption_configuration)[0].rule)))
    continuous_rpo_minutes = 15
    encryption             = given(default_encryption(blocks(first(encryptions).rule)), default_encryption(blocks(blocks(raw.server_side_encryption_configuration)[0].rule)))
    policies               = concat([for companion in policies : companion.policy], raw.policy == null ? [] : [raw.policy])
    versioning = given(
      blocks(first(versionings).versioning_configuration)[0].status,
      legacy_versioning(blocks(raw.versioning)[0]),
    )
    mfa_delete = given(
      enabled_or_null(blocks(first(versionings).versioning_configuration)[0].mfa_delete),
      blocks(raw.versioning)[0].mfa_delete,
      false,
    )
    has_lifecycle = first(lifecycles) != null || length(blocks(raw.lifecycle_rule)) > 0
    object_lock = (
      first(locks) != null ? at(first(locks), object_lock_of(blocks(first(locks).rule)[0])) :
      blocks(raw.object_lock_configuration)[0] != null ? at(blocks(raw.object_lock_configuration)[0], object_lock_of(blocks(blocks(raw.object_lock_configuration)[0].rule)[0])) :
      given(raw.object_lock_enabled, false) ? at(raw.object_lock_enabled, { mode = null, days = null }) :
      null
    )
    is_made_for_locks = given(raw.object_lock_enabled, length(blocks(raw.object_lock_configuration)) > 0)
    public_access = first(public_access_blocks) == null ? null : at(first(public_access_blocks), {
      block_acls       = given(first(public_access_blocks).block_public_acls, false)
      ignore_acls      = given(first(public_access_blocks).ignore_public_acls, false)
      block_policy     = given(first(public_access_blocks).block_public_policy, false)
      restrict_buckets = given(first(public_access_blocks).restrict_public_buckets, false)
    })
    ownership               = blocks(first(ownerships).rule)[0].object_ownership
    logs_to                 = given(first(loggings).target_bucket, blocks(raw.logging)[0].target_bucket)
    force_destroy           = given(raw.force_destroy, false)
    is_encrypted            = true
    locked_days             = self.object_lock.days
    is_immutable            = self.object_lock.mode == "COMPLIANCE"
    is_replicated_elsewhere = is_replicated(self)
    is_directory            = false
    replica_rpo_minutes     = replica_minutes(self)
    sends_events            = first(notifications) == null ? null : at(first(notifications), given(first(notifications).eventbridge, false))

    computed {
      id                 = chosen_name_from(self, raw.bucket_prefix)
      bucket             = chosen_name_from(self, raw.bucket_prefix)
      arn                = self.arn
      bucket_domain_name = "${chosen_name_from(self, raw.bucket_prefix)}.s3.amazonaws.com"
    }
  }

  terraform "aws_s3_directory_bucket" {
    name         = raw.bucket
    arn          = "arn:${partition}:s3express:${region}:${account}:bucket/${chosen_name(self)}"
    region       = region
    account      = account
    is_directory = true
    is_encrypted = true
    only_native  = true

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}

function "years_in_days" {
  parameters = ["years"]
  result     = years == null ? null : years * 365
}

function "enabled_or_null" {
  parameters = ["status"]
  result     = status == null ? null : at(status, status == "Enabled")
}

# The key of objects whose uploader names none.
function "default_key" {
  parameters = ["rules"]
  result     = blocks(rules[0].apply_server_side_encryption_by_default)[0].kms_master_key_id
}

function "default_encryption" {
  parameters = ["rules"]
  result     = blocks(rules[0].apply_server_side_encryption_by_default)[0].sse_algorithm
}

# The deprecated block inside the bucket says true or false.
function "legacy_versioning" {
  parameters = ["block"]
  result     = block == null ? null : at(block, given(block.enabled, false) ? "Enabled" : "Suspended")
}

function "object_lock_of" {
  parameters = ["rule"]
  result = {
    mode = blocks(rule.default_retention)[0].mode
    days = given(blocks(rule.default_retention)[0].days, years_in_days(blocks(rule.default_retention)[0].years))
  }
}

# Buckets that hold backups, logs, state or evidence, by their name or by what their tags say.
derive "is_evidence" {
  on    = s3_bucket
  value = any([for text in concat([given(self.name, "")], values(self.tags)) : length(regexall("(?i)(backup|evidence|audit)", text)) > 0])
}

derive "is_log_or_state" {
  on    = s3_bucket
  value = any([for text in concat([given(self.name, "")], values(self.tags)) : length(regexall("(?i)(^|[^a-z])(logs?|logging|trail|cloudtrail|state|tfstate|terraform-state)([^a-z]|$)", text)) > 0])
}

# The access logs of a bucket go to a bucket.
link "log_bucket" {
  from    = s3_bucket
  to      = s3_bucket
  inverse = "logged_buckets"
  single  = true
  by      = from.logs_to
  keys    = [to.name]
}
