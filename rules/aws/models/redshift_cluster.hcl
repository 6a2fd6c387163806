# Takes a snapshot of itself about every eight hours, or by a schedule that is given to it.
type "redshift_cluster" {
  family = ["data_store"]
  attributes = {
    backup_retention_days = number
    manual_retention_days = number # of snapshots that somebody takes; infinity is for ever
    spans_zones           = bool
    asks_for_encryption   = bool   # as far as it is written; the service encrypts what says nothing
    schedule_minutes      = number # longest time between snapshots of schedules of its own; null without one
  }

  every {
    arn     = "arn:${partition}:redshift:${region}:${account}:cluster:${chosen_name(self)}"
    region  = region
    account = account
    native  = automatic_backups("automated snapshots", given(self.schedule_minutes, 480), self.backup_retention_days)
  }

  cloudformation "AWS::Redshift::Cluster" {
    name                    = raw.ClusterIdentifier
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.KmsKeyId
    is_encrypted            = given(raw.Encrypted, here.encrypted_source[0].is_encrypted)
    asks_for_encryption     = raw.Encrypted
    spans_zones             = given(raw.MultiAZ, false)
    manual_retention_days   = manual_days(raw.ManualSnapshotRetentionPeriod)
    backup_retention_days   = days_kept(raw.AutomatedSnapshotRetentionPeriod, !is_blank(raw.SnapshotIdentifier), 1)
    is_replicated_elsewhere = !is_blank(raw.DestinationRegion)

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_redshift_cluster" {
    companion "copies" {
      type     = "aws_redshift_snapshot_copy"
      argument = "cluster_identifier"
      keys     = [self.name]
    }

    name                    = raw.cluster_identifier
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = raw.kms_key_id
    is_encrypted            = given(raw.encrypted, here.encrypted_source[0].is_encrypted)
    asks_for_encryption     = raw.encrypted
    spans_zones             = given(raw.multi_az, false)
    manual_retention_days   = manual_days(raw.manual_snapshot_retention_period)
    schedule_minutes        = length(self.snapshot_schedules) == 0 ? null : min([for association in self.snapshot_schedules : association.schedule.gap_minutes]...)
    backup_retention_days   = days_kept(raw.automated_snapshot_retention_period, !is_blank(raw.snapshot_identifier) || !is_blank(raw.snapshot_arn), 1)
    is_replicated_elsewhere = length(copies) > 0 || length(blocks(raw.snapshot_copy)) > 0

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}

function "manual_days" {
  parameters = ["days"]
  result     = days == null || days == -1 ? infinity : days
}

# When a warehouse takes snapshots by a schedule of its own.
type "snapshot_timetable" {
  attributes = { name = string, definitions = list(string) }

  cloudformation "AWS::Redshift::SnapshotSchedule" {
    name        = raw.ScheduleIdentifier
    definitions = given(raw.ScheduleDefinitions, [])

    computed { Ref = self.name }
  }

  terraform "aws_redshift_snapshot_schedule" {
    name        = raw.identifier
    definitions = given(raw.definitions, [])

    computed {
      id         = chosen_name_from(self, raw.identifier_prefix)
      identifier = chosen_name_from(self, raw.identifier_prefix)
    }
  }
}

# Each definition is a schedule of its own.
derive "gap_minutes" {
  on    = snapshot_timetable
  value = schedule_gap_union([for definition in self.definitions : { schedule = definition, zone = "UTC" }])
}

type "snapshot_timetable_use" {
  attributes = { cluster = any, schedule_name = any }

  terraform "aws_redshift_snapshot_schedule_association" {
    cluster       = raw.cluster_identifier
    schedule_name = raw.schedule_identifier
  }
}

link "scheduled_cluster" {
  from    = snapshot_timetable_use
  to      = redshift_cluster
  inverse = "snapshot_schedules"
  single  = true
  by      = from.cluster
  keys    = [to.name]
}

link "schedule" {
  from   = snapshot_timetable_use
  to     = snapshot_timetable
  single = true
  by     = from.schedule_name
  keys   = [to.name]
}
