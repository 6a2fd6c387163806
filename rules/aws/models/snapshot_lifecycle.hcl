# A policy of Data Lifecycle Manager: snapshots of the volumes, or of the volumes of the instances, that have one of its tags.
type "snapshot_lifecycle" {
  attributes = {
    region      = string
    account     = string
    is_enabled  = bool
    stores      = string # VOLUME or INSTANCE
    target_tags = any
    schedules   = list(object({ rpo_minutes = number, retention_days = number, copies = number }))
  }

  cloudformation "AWS::DLM::LifecyclePolicy" {
    region      = region
    account     = account
    is_enabled  = given(raw.State, unresolved("nothing documents whether a policy without a state is enabled")) == "ENABLED"
    stores      = raw.PolicyDetails.ResourceTypes[0]
    target_tags = [for tag in given(raw.PolicyDetails.TargetTags, []) : { key = tag.Key, value = tag.Value }]
    schedules = [
      for schedule in given(raw.PolicyDetails.Schedules, []) : snapshot_schedule(
        schedule.CreateRule.CronExpression,
        schedule.CreateRule.Interval,
        { count = schedule.RetainRule.Count, interval = schedule.RetainRule.Interval, unit = schedule.RetainRule.IntervalUnit },
        length(given(schedule.CrossRegionCopyRules, [])),
      )
    ]
  }

  terraform "aws_dlm_lifecycle_policy" {
    region      = region
    account     = account
    is_enabled  = given(raw.state, "ENABLED") == "ENABLED"
    stores      = blocks(raw.policy_details)[0].resource_types[0]
    target_tags = [for key, value in given(blocks(raw.policy_details)[0].target_tags, {}) : { key = key, value = value }]
    schedules = [
      for schedule in blocks(blocks(raw.policy_details)[0].schedule) : snapshot_schedule(
        blocks(schedule.create_rule)[0].cron_expression,
        blocks(schedule.create_rule)[0].interval,
        { count = blocks(schedule.retain_rule)[0].count, interval = blocks(schedule.retain_rule)[0].interval, unit = blocks(schedule.retain_rule)[0].interval_unit },
        length(blocks(schedule.cross_region_copy_rule)),
      )
    ]
  }
}

# Whatever lives on volumes.
family "block_storage" {
  attributes = { region = string, account = string, tags = map(string) }
}

link "snapshot_targets" {
  from       = snapshot_lifecycle
  to         = family.block_storage
  inverse    = "snapshot_lifecycles"
  when       = takes_snapshots_of(from, to)
  match_from = [for tag in from.target_tags : "${tag.key}=${tag.value}"]
  match_to   = [for key, value in to.tags : "${key}=${value}"]
}

function "takes_snapshots_of" {
  parameters = ["lifecycle", "store"]
  result = (
    lifecycle.is_enabled
    && lifecycle.stores == (store.type_name == "ebs_volume" ? "VOLUME" : "INSTANCE")
    && any([for tag in lifecycle.target_tags : store.tags[tag.key] == tag.value])
    && lifecycle.region == store.region
    && lifecycle.account == store.account
  )
}

# An interval is in hours.
function "snapshot_schedule" {
  parameters = ["cron", "hours", "retain", "copies"]
  result = {
    rpo_minutes    = snapshot_gap(cron, hours)
    retention_days = given(days_of(retain.interval, retain.unit), given(retain.count, 0) * snapshot_gap(cron, hours) / 1440)
    copies         = copies
  }
}

function "snapshot_gap" {
  parameters = ["cron", "hours"]
  result     = is_blank(cron) ? given(hours, 24) * 60 : schedule_gap(cron, "UTC")
}

function "days_of" {
  parameters = ["interval", "unit"]
  result     = interval == null || interval == 0 ? null : interval * lookup({ DAYS = 1, WEEKS = 7, MONTHS = 30, YEARS = 365 }, unit, 1)
}

# What lifecycle policies do for a store, all together.
function "lifecycle_snapshots" {
  parameters = ["schedules"]
  result = length(schedules) == 0 ? null : {
    mechanism      = "snapshot lifecycle policy"
    rpo_minutes    = min([for schedule in schedules : schedule.rpo_minutes]...)
    retention_days = max([for schedule in schedules : schedule.retention_days]...)
  }
}
