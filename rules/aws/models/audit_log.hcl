# A trail of what was done in an account.
type "audit_trail" {
  attributes = {
    name             = string
    arn              = string
    region           = string
    account          = string
    bucket           = any
    log_group        = any
    is_validated     = bool # its files can be proved to be whole
    is_logging       = bool
    spans_regions    = bool
    is_organizations = bool
    watched_objects  = any # ARNs of buckets and objects whose use it records as well
    key              = string
  }

  every {
    arn     = "arn:${partition}:cloudtrail:${region}:${account}:trail/${chosen_name(self)}"
    region  = region
    account = account
  }

  cloudformation "AWS::CloudTrail::Trail" {
    name             = raw.TrailName
    bucket           = raw.S3BucketName
    log_group        = raw.CloudWatchLogsLogGroupArn
    is_validated     = given(raw.EnableLogFileValidation, false)
    is_logging       = given(raw.IsLogging, false)
    spans_regions    = given(raw.IsMultiRegionTrail, false)
    is_organizations = given(raw.IsOrganizationTrail, false)
    watched_objects = concat(
      flatten([for selector in given(raw.EventSelectors, []) : flatten([for resource in given(selector.DataResources, []) : given(resource.Values, []) if resource.Type == "AWS::S3::Object"])]),
      length(given(raw.AdvancedEventSelectors, [])) == 0 ? [] : [unresolved("what advanced selectors of ${self.address} record is not read here")],
    )
    key = raw.KMSKeyId

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_cloudtrail" {
    name             = raw.name
    bucket           = raw.s3_bucket_name
    log_group        = raw.cloud_watch_logs_group_arn
    is_validated     = given(raw.enable_log_file_validation, false)
    is_logging       = given(raw.enable_logging, true)
    spans_regions    = given(raw.is_multi_region_trail, false)
    is_organizations = given(raw.is_organization_trail, false)
    watched_objects = concat(
      flatten([for selector in blocks(raw.event_selector) : flatten([for resource in blocks(selector.data_resource) : given(resource.values, []) if resource.type == "AWS::S3::Object"])]),
      length(blocks(raw.advanced_event_selector)) == 0 ? [] : [unresolved("what advanced selectors of ${self.address} record is not read here")],
    )
    key = raw.kms_key_id

    computed {
      id  = self.arn
      arn = self.arn
    }
  }
}

link "trail_bucket" {
  from    = audit_trail
  to      = s3_bucket
  inverse = "trails"
  single  = true
  by      = from.bucket
  keys    = [to.name]
}

# Both ends write the ARN of a log group with `:*` behind it.
link "trail_log_group" {
  from    = audit_trail
  to      = log_group
  inverse = "trails"
  single  = true
  by      = from.log_group
  keys    = [to.arn, "${to.arn}:*"]
}

type "log_group" {
  attributes = {
    name           = string
    arn            = string
    region         = string
    account        = string
    retention_days = number # infinity is for ever
    is_kept        = bool   # when its declaration goes
    key            = string
    tags           = map(string)
  }

  every {
    arn     = "arn:${partition}:logs:${region}:${account}:log-group:${chosen_name_from(self, raw.name_prefix)}"
    region  = region
    account = account
  }

  cloudformation "AWS::Logs::LogGroup" {
    name           = raw.LogGroupName
    retention_days = given(raw.RetentionInDays, infinity)
    is_kept        = contains(["Retain", "RetainExceptOnCreate"], given(meta.DeletionPolicy, "Delete"))
    key            = raw.KmsKeyId
    tags           = tags_of_pairs(given(raw.Tags, []))

    computed {
      Ref = chosen_name(self)
      Arn = "${self.arn}:*"
    }
  }

  # Zero days are for ever.
  terraform "aws_cloudwatch_log_group" {
    name           = raw.name
    retention_days = given(zero_as_null(raw.retention_in_days), infinity)
    is_kept        = given(raw.skip_destroy, false)
    key            = raw.kms_key_id
    tags           = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id   = chosen_name_from(self, raw.name_prefix)
      name = chosen_name_from(self, raw.name_prefix)
      arn  = self.arn
    }
  }
}
