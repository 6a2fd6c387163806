# A policy of Data Lifecycle Manager: snapshots of the volumes, or of the volumes of the instances, that have one of its tags.
type "snapshot_lifecycle" {
  attributes = {
    region      = string
    account     = string
    is_enabled  = bool
    stores      = string # VOLUME or INSTANCE
    target_tags = any
    role        = any
    default_for = string # VOLUME or INSTANCE: a policy for all of a region that nothing else takes snapshots of
    exclusions  = object({ tags = any, is_more = bool })
    schedules = list(object({
      rpo_minutes    = number
      retention_days = number
      copies         = number
      copied_to      = list(object({ target = string, retention_days = number }))
      zones          = list(string) # where snapshots can be restored at once
    }))
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::DLM::LifecyclePolicy" {
    is_enabled  = given(raw.State, unresolved("nothing documents whether a policy without a state is enabled")) == "ENABLED"
    role        = raw.ExecutionRoleArn
    default_for = raw.DefaultPolicy
    exclusions = {
      tags    = [for tag in given(raw.Exclusions.ExcludeTags, []) : { key = tag.Key, value = tag.Value }]
      is_more = given(raw.Exclusions.ExcludeBootVolumes, false) || length(given(raw.Exclusions.ExcludeVolumeTypes, [])) > 0
    }
    stores      = given(raw.DefaultPolicy, raw.PolicyDetails.ResourceTypes[0])
    target_tags = [for tag in given(raw.PolicyDetails.TargetTags, []) : { key = tag.Key, value = tag.Value }]
    schedules = concat(
      [
        for schedule in given(raw.PolicyDetails.Schedules, []) : snapshot_schedule(
          schedule.CreateRule.CronExpression,
          schedule.CreateRule.Interval,
          { count = schedule.RetainRule.Count, interval = schedule.RetainRule.Interval, unit = schedule.RetainRule.IntervalUnit },
          [for rule in given(schedule.CrossRegionCopyRules, []) : { target = given(rule.TargetRegion, rule.Target), retention_days = days_of(rule.RetainRule.Interval, rule.RetainRule.IntervalUnit) }],
          schedule.FastRestoreRule.AvailabilityZones,
        )
      ],
      default_schedules(raw.DefaultPolicy, raw.CreateInterval, raw.RetainInterval, [for target in given(raw.CrossRegionCopyTargets, []) : target.TargetRegion]),
    )
  }

  terraform "aws_dlm_lifecycle_policy" {
    is_enabled  = given(raw.state, "ENABLED") == "ENABLED"
    role        = raw.execution_role_arn
    default_for = raw.default_policy
    exclusions = {
      tags    = [for key, value in given(blocks(blocks(raw.policy_details)[0].exclusions)[0].exclude_tags, {}) : { key = key, value = value }]
      is_more = given(blocks(blocks(raw.policy_details)[0].exclusions)[0].exclude_boot_volumes, false) || length(given(blocks(blocks(raw.policy_details)[0].exclusions)[0].exclude_volume_types, [])) > 0
    }
    stores      = given(raw.default_policy, blocks(raw.policy_details)[0].resource_types[0])
    target_tags = [for key, value in given(blocks(raw.policy_details)[0].target_tags, {}) : { key = key, value = value }]
    schedules = concat(
      [
        for schedule in blocks(blocks(raw.policy_details)[0].schedule) : snapshot_schedule(
          blocks(schedule.create_rule)[0].cron_expression,
          blocks(schedule.create_rule)[0].interval,
          { count = blocks(schedule.retain_rule)[0].count, interval = blocks(schedule.retain_rule)[0].interval, unit = blocks(schedule.retain_rule)[0].interval_unit },
          [for rule in blocks(schedule.cross_region_copy_rule) : { target = given(rule.target_region, rule.target), retention_days = days_of(blocks(rule.retain_rule)[0].interval, blocks(rule.retain_rule)[0].interval_unit) }],
          blocks(schedule.fast_restore_rule)[0].availability_zones,
        )
      ],
      default_schedules(
        raw.default_policy,
        blocks(raw.policy_details)[0].create_interval,
        blocks(raw.policy_details)[0].retain_interval,
        [for target in blocks(blocks(raw.policy_details)[0].cross_region_copy_targets) : target.target_region],
      ),
    )
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
  match_from = from.default_for == null ? [for tag in from.target_tags : "${tag.key}=${tag.value}"] : [unresolved("a default policy takes whatever is there")]
  match_to   = [for key, value in to.tags : "${key}=${value}"]
}

function "takes_snapshots_of" {
  parameters = ["lifecycle", "store"]
  result = (
    lifecycle.is_enabled
    && lifecycle.stores == (store.type_name == "ebs_volume" ? "VOLUME" : "INSTANCE")
    && (lifecycle.default_for == null ? any([for tag in lifecycle.target_tags : store.tags[tag.key] == tag.value]) : is_taken_by_default(lifecycle.exclusions, store))
    && lifecycle.region == store.region
    && lifecycle.account == store.account
  )
}

function "is_taken_by_default" {
  parameters = ["exclusions", "store"]
  result = (
    !any([for tag in exclusions.tags : store.tags[tag.key] == tag.value])
    && (!exclusions.is_more || unresolved("nothing here says whether the kind of ${store.address} is excluded"))
  )
}

# An interval is in hours.
function "snapshot_schedule" {
  parameters = ["cron", "hours", "retain", "copies", "zones"]
  result = {
    rpo_minutes    = snapshot_gap(cron, hours)
    retention_days = given(days_of(retain.interval, retain.unit), given(retain.count, 0) * snapshot_gap(cron, hours) / 1440)
    copies         = length(copies)
    copied_to      = copies
    zones          = given(zones, [])
  }
}

# A default policy makes a snapshot a day and keeps it for a week, unless it says otherwise. Both are in days.
function "default_schedules" {
  parameters = ["kind", "interval", "retained", "regions"]
  result = kind == null ? [] : [{
    rpo_minutes    = given(interval, 1) * 1440
    retention_days = given(retained, 7)
    copies         = length(regions)
    copied_to      = [for region in regions : { target = region, retention_days = given(retained, 7) }]
    zones          = []
  }]
}

link "lifecycle_role" {
  from   = snapshot_lifecycle
  to     = iam_role
  single = true
  by     = from.role
  keys   = [to.arn]
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
