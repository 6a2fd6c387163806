# One rule that copies the objects of a bucket to another bucket.
type "object_replication" {
  identity = self.id
  attributes = {
    bucket         = any
    id             = string
    region         = string # of the bucket
    is_enabled     = bool
    role           = any
    covers_all     = bool # objects of the bucket, whatever their names and tags
    destination    = any
    account        = any # of the destination, where the rule names it
    owner          = string
    storage_class  = string
    key            = any # that replicas are encrypted with
    copies_kms     = bool # objects under a key of one's own as well
    delete_markers = bool
    minutes        = number # within which it promises to copy; null without a promise
    has_metrics    = bool
  }

  cloudformation "AWS::S3::Bucket" {
    each           = given(raw.ReplicationConfiguration.Rules, [])
    bucket         = self.address
    id             = item.Id
    region         = region
    is_enabled     = item.Status == "Enabled"
    role           = raw.ReplicationConfiguration.Role
    covers_all     = is_blank(given(item.Prefix, item.Filter.Prefix)) && item.Filter.TagFilter == null && item.Filter.And == null
    destination    = item.Destination.Bucket
    account        = item.Destination.Account
    owner          = item.Destination.AccessControlTranslation.Owner
    storage_class  = item.Destination.StorageClass
    key            = item.Destination.EncryptionConfiguration.ReplicaKmsKeyID
    copies_kms     = given(item.SourceSelectionCriteria.SseKmsEncryptedObjects.Status, "Disabled") == "Enabled"
    delete_markers = given(item.DeleteMarkerReplication.Status, item.Filter == null ? "Enabled" : "Disabled") == "Enabled"
    minutes        = given(item.Destination.ReplicationTime.Status, "Disabled") == "Enabled" ? item.Destination.ReplicationTime.Time.Minutes : null
    has_metrics    = given(item.Destination.Metrics.Status, "Disabled") == "Enabled"
  }

  # Without a filter a rule is one of the first version, which copies delete markers.
  terraform "aws_s3_bucket_replication_configuration" {
    each           = blocks(raw.rule)
    bucket         = raw.bucket
    id             = item.id
    region         = region
    is_enabled     = item.status == "Enabled"
    role           = raw.role
    covers_all     = is_blank(given(item.prefix, blocks(item.filter)[0].prefix)) && length(blocks(blocks(item.filter)[0].tag)) == 0 && length(blocks(blocks(item.filter)[0].and)) == 0
    destination    = blocks(item.destination)[0].bucket
    account        = blocks(item.destination)[0].account
    owner          = blocks(blocks(item.destination)[0].access_control_translation)[0].owner
    storage_class  = blocks(item.destination)[0].storage_class
    key            = blocks(blocks(item.destination)[0].encryption_configuration)[0].replica_kms_key_id
    copies_kms     = given(blocks(blocks(item.source_selection_criteria)[0].sse_kms_encrypted_objects)[0].status, "Disabled") == "Enabled"
    delete_markers = given(blocks(item.delete_marker_replication)[0].status, length(blocks(item.filter)) == 0 ? "Enabled" : "Disabled") == "Enabled"
    minutes        = given(blocks(blocks(item.destination)[0].replication_time)[0].status, "Disabled") == "Enabled" ? blocks(blocks(blocks(item.destination)[0].replication_time)[0].time)[0].minutes : null
    has_metrics    = given(blocks(blocks(item.destination)[0].metrics)[0].status, "Disabled") == "Enabled"
  }

  # The deprecated block inside the bucket.
  terraform "aws_s3_bucket" {
    each           = blocks(blocks(raw.replication_configuration)[0].rules)
    bucket         = self.address
    id             = item.id
    region         = region
    is_enabled     = item.status == "Enabled"
    role           = blocks(raw.replication_configuration)[0].role
    covers_all     = is_blank(given(item.prefix, blocks(item.filter)[0].prefix)) && length(given(blocks(item.filter)[0].tags, {})) == 0
    destination    = blocks(item.destination)[0].bucket
    account        = blocks(item.destination)[0].account_id
    owner          = blocks(blocks(item.destination)[0].access_control_translation)[0].owner
    storage_class  = blocks(item.destination)[0].storage_class
    key            = blocks(item.destination)[0].replica_kms_key_id
    copies_kms     = given(blocks(blocks(item.source_selection_criteria)[0].sse_kms_encrypted_objects)[0].enabled, false)
    delete_markers = given(item.delete_marker_replication_status, length(blocks(item.filter)) == 0 ? "Enabled" : "Disabled") == "Enabled"
    minutes        = given(blocks(blocks(item.destination)[0].replication_time)[0].status, "Enabled") == "Enabled" && length(blocks(blocks(item.destination)[0].replication_time)) > 0 ? given(blocks(blocks(item.destination)[0].replication_time)[0].minutes, 15) : null
    has_metrics    = length(blocks(blocks(item.destination)[0].metrics)) > 0
  }
}

link "replicated" {
  from    = object_replication
  to      = s3_bucket
  inverse = "replications"
  single  = true
  by      = from.bucket
  keys    = [to.name, to.arn, to.address]
}

link "replica" {
  from    = object_replication
  to      = s3_bucket
  inverse = "replica_of"
  single  = true
  by      = from.destination
  keys    = [to.arn]
}

link "replication_role" {
  from   = object_replication
  to     = iam_role
  single = true
  by     = from.role
  keys   = [to.arn]
}

link "replica_key" {
  from   = object_replication
  to     = kms_key
  single = true
  by     = from.key
  keys   = [to.arn, to.key_id]
}
