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

type "object_replication" {
  attributes = { destination = any }

  cloudformation "AWS::S3::Bucket" {
    each        = given(raw.ReplicationConfiguration.Rules, [])
    destination = item.Destination.Bucket
  }
  terraform "aws_s3_bucket_replication_configuration" {
    each        = blocks(raw.rule)
    destination = blocks(item.destination)[0].bucket
  }
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
