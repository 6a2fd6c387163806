# One rule about what becomes of the objects of a bucket with time. Days are null where the rule says nothing.
type "object_lifecycle" {
  identity = self.id
  attributes = {
    bucket                 = any
    id                     = string
    is_enabled             = bool
    covers_all             = bool # objects of the bucket, whatever their names, tags and sizes
    expires_days           = number
    noncurrent_days        = number # old versions stay that long
    noncurrent_kept        = number # and at least so many of them
    transitions            = list(object({ storage_class = string, days = number }))
    noncurrent_transitions = list(object({ storage_class = string, days = number }))
    abort_upload_days      = number
  }

  cloudformation "AWS::S3::Bucket" {
    each                   = given(raw.LifecycleConfiguration.Rules, [])
    bucket                 = self.address
    id                     = item.Id
    is_enabled             = item.Status == "Enabled"
    covers_all             = is_blank(item.Prefix) && length(given(item.TagFilters, [])) == 0 && item.ObjectSizeGreaterThan == null && item.ObjectSizeLessThan == null
    expires_days           = item.ExpirationInDays
    noncurrent_days        = given(item.NoncurrentVersionExpiration.NoncurrentDays, item.NoncurrentVersionExpirationInDays)
    noncurrent_kept        = item.NoncurrentVersionExpiration.NewerNoncurrentVersions
    transitions            = [for transition in concat(given(item.Transitions, []), item.Transition == null ? [] : [item.Transition]) : { storage_class = transition.StorageClass, days = transition.TransitionInDays }]
    noncurrent_transitions = [for transition in concat(given(item.NoncurrentVersionTransitions, []), item.NoncurrentVersionTransition == null ? [] : [item.NoncurrentVersionTransition]) : { storage_class = transition.StorageClass, days = transition.TransitionInDays }]
    abort_upload_days      = item.AbortIncompleteMultipartUpload.DaysAfterInitiation
  }

  terraform "aws_s3_bucket_lifecycle_configuration" {
    each                   = blocks(raw.rule)
    bucket                 = raw.bucket
    id                     = item.id
    is_enabled             = item.status == "Enabled"
    covers_all             = is_blank(item.prefix) && is_whole(blocks(item.filter)[0])
    expires_days           = blocks(item.expiration)[0].days
    noncurrent_days        = blocks(item.noncurrent_version_expiration)[0].noncurrent_days
    noncurrent_kept        = blocks(item.noncurrent_version_expiration)[0].newer_noncurrent_versions
    transitions            = [for transition in blocks(item.transition) : { storage_class = transition.storage_class, days = transition.days }]
    noncurrent_transitions = [for transition in blocks(item.noncurrent_version_transition) : { storage_class = transition.storage_class, days = transition.noncurrent_days }]
    abort_upload_days      = blocks(item.abort_incomplete_multipart_upload)[0].days_after_initiation
  }

  # The deprecated block inside the bucket.
  terraform "aws_s3_bucket" {
    each                   = blocks(raw.lifecycle_rule)
    bucket                 = self.address
    id                     = item.id
    is_enabled             = given(item.enabled, false)
    covers_all             = is_blank(item.prefix) && length(given(item.tags, {})) == 0
    expires_days           = blocks(item.expiration)[0].days
    noncurrent_days        = blocks(item.noncurrent_version_expiration)[0].days
    transitions            = [for transition in blocks(item.transition) : { storage_class = transition.storage_class, days = transition.days }]
    noncurrent_transitions = [for transition in blocks(item.noncurrent_version_transition) : { storage_class = transition.storage_class, days = transition.days }]
    abort_upload_days      = item.abort_incomplete_multipart_upload_days
  }
}

function "is_whole" {
  parameters = ["filter"]
  result = (
    filter == null
    || (is_blank(filter.prefix) && filter.object_size_greater_than == null && filter.object_size_less_than == null && length(blocks(filter.tag)) == 0 && length(blocks(filter.and)) == 0)
  )
}

link "aged_bucket" {
  from    = object_lifecycle
  to      = s3_bucket
  inverse = "lifecycle_rules"
  single  = true
  by      = from.bucket
  keys    = [to.name, to.arn, to.address]
}
