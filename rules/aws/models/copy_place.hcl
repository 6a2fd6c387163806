# Where something that is meant to survive is put, when its author may choose less than a region.
type "copy_place" {
  attributes = { place = string, subject = any }

  cloudformation "AWS::EFS::FileSystem" {
    each    = [for destination in given(raw.ReplicationConfiguration.Destinations, []) : destination if destination.AvailabilityZoneName != null]
    place   = item.AvailabilityZoneName
    subject = self.address
  }
  cloudformation "AWS::S3::Bucket" {
    each = concat(
      [for rule in given(raw.ReplicationConfiguration.Rules, []) : rule.Destination.StorageClass if rule.Destination.StorageClass != null],
      flatten([for rule in given(raw.LifecycleConfiguration.Rules, []) : [for transition in concat(given(rule.Transitions, []), rule.Transition == null ? [] : [rule.Transition]) : transition.StorageClass]]),
    )
    place   = item
    subject = self.address
  }
  cloudformation "AWS::RDS::DBInstance" {
    when    = raw.BackupTarget != null
    place   = raw.BackupTarget
    subject = self.address
  }
  cloudformation "AWS::DLM::LifecyclePolicy" {
    each  = [for schedule in given(raw.PolicyDetails.Schedules, []) : schedule.CreateRule.Location if schedule.CreateRule.Location != null]
    place = item
  }

  terraform "aws_efs_replication_configuration" {
    each    = [for destination in blocks(raw.destination) : destination if destination.availability_zone_name != null]
    place   = item.availability_zone_name
    subject = raw.source_file_system_id
  }
  terraform "aws_s3_bucket_replication_configuration" {
    each    = [for rule in blocks(raw.rule) : blocks(rule.destination)[0].storage_class if blocks(rule.destination)[0].storage_class != null]
    place   = item
    subject = raw.bucket
  }
  terraform "aws_s3_bucket_lifecycle_configuration" {
    each    = flatten([for rule in blocks(raw.rule) : [for transition in blocks(rule.transition) : transition.storage_class]])
    place   = item
    subject = raw.bucket
  }
  # The deprecated blocks inside the bucket.
  terraform "aws_s3_bucket" {
    each = concat(
      [for rule in blocks(blocks(raw.replication_configuration)[0].rules) : blocks(rule.destination)[0].storage_class if blocks(rule.destination)[0].storage_class != null],
      flatten([for rule in blocks(raw.lifecycle_rule) : [for transition in blocks(rule.transition) : transition.storage_class]]),
    )
    place   = item
    subject = self.address
  }
  terraform "aws_db_instance" {
    when    = raw.backup_target != null
    place   = raw.backup_target
    subject = self.address
  }
  terraform "aws_dlm_lifecycle_policy" {
    each  = [for schedule in blocks(blocks(raw.policy_details)[0].schedule) : blocks(schedule.create_rule)[0].location if blocks(schedule.create_rule)[0].location != null]
    place = item
  }
}

link "placed" {
  from   = copy_place
  to     = family.data_store
  single = true
  by     = from.subject
  keys   = [to.arn, to.name, to.address]
}

# A zone by its name ends in a letter: eu-central-1a. The rest are classes and kinds of places.
function "is_single_zone" {
  parameters = ["place"]
  result     = contains(["ONEZONE_IA", "EXPRESS_ONEZONE", "outposts", "local", "OUTPOST_LOCAL", "LOCAL_ZONE"], place) || (length(regexall("^[a-z]{2}-[a-z-]+-[0-9]+[a-z]$", place)) > 0)
}
