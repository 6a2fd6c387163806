# What makes a bucket one of backups: reports are delivered to it, or it holds the replicas of another one.
type "report_delivery" {
  attributes = { bucket = any }

  cloudformation "AWS::Backup::ReportPlan" {
    bucket = raw.ReportDeliveryChannel.S3BucketName
  }
  terraform "aws_backup_report_plan" {
    bucket = blocks(raw.report_delivery_channel)[0].s3_bucket_name
  }
}

link "delivered_to" {
  from    = report_delivery
  to      = s3_bucket
  inverse = "reports"
  single  = true
  by      = from.bucket
  keys    = [to.name]
}

# One rule that copies objects to another bucket.
type "object_replication" {
  attributes = {
    source         = any
    destination    = any
    is_on          = bool
    has_time_limit = bool # 15 minutes
    # Objects under KMS keys are left out unless a rule asks for them.
    takes_kms = bool
  }

  cloudformation "AWS::S3::Bucket" {
    each           = given(raw.ReplicationConfiguration.Rules, [])
    source         = self.address
    destination    = item.Destination.Bucket
    is_on          = item.Status == "Enabled"
    has_time_limit = item.Destination.ReplicationTime.Status == "Enabled"
    takes_kms      = item.SourceSelectionCriteria.SseKmsEncryptedObjects.Status == "Enabled"
  }
  terraform "aws_s3_bucket_replication_configuration" {
    each           = blocks(raw.rule)
    source         = raw.bucket
    destination    = blocks(item.destination)[0].bucket
    is_on          = item.status == "Enabled"
    has_time_limit = blocks(blocks(item.destination)[0].replication_time)[0].status == "Enabled"
    takes_kms      = blocks(blocks(item.source_selection_criteria)[0].sse_kms_encrypted_objects)[0].status == "Enabled"
  }
}

link "source_bucket" {
  from    = object_replication
  to      = s3_bucket
  inverse = "replications"
  single  = true
  by      = from.source
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

derive "holds_backups" {
  on    = s3_bucket
  value = self.is_evidence || length(self.reports) > 0 || length(self.replica_of) > 0
}

# What leaves the bucket for certain: versions, by a rule that is on and takes objects as they are encrypted here.
derive "working_replications" {
  on = s3_bucket
  value = self.versioning != "Enabled" ? [] : [
    for rule in self.replications : rule
    if rule.is_on && (rule.takes_kms || !startswith(given(self.encryption, "AES256"), "aws:kms"))
  ]
}

function "is_replicated" {
  parameters = ["bucket"]
  result = any([
    for rule in bucket.working_replications :
    rule.replica == null ? unresolved("the ARN of ${describe(rule.destination)} does not say its region") : rule.replica.region != bucket.region
  ])
}

function "replica_minutes" {
  parameters = ["bucket"]
  result     = any([for rule in bucket.working_replications : rule.has_time_limit]) ? 15 : null
}
