# One rule of a plan: when recovery points are made, where they go and how long they stay.
type "backup_rule" {
  family   = ["retained"]
  identity = self.policy_key == null ? self.name : "${self.policy_key} ${self.name}"
  attributes = {
    index               = number
    name                = string
    plan                = any
    policy_key          = string # of the plan, when an organisation makes it
    region              = string
    account             = string
    vault_name          = any
    schedule            = string
    timezone            = string
    start_window        = number # minutes
    completion_window   = number # minutes
    is_continuous       = bool
    copies              = any
    recovery_point_tags = map(string)
    index_types         = any # of resources, a list per action
    scans               = number
  }

  # Absent windows are 8 hours to start and 7 days to complete; an absent schedule is daily at 05:00 UTC.
  cloudformation "AWS::Backup::BackupPlan" {
    each                = raw.BackupPlan.BackupPlanRule
    label               = "rule \"${item.RuleName}\" of plan ${self.address}"
    name                = item.RuleName
    plan                = here.backup_plan[0]
    region              = region
    account             = account
    vault_name          = item.TargetBackupVault
    schedule            = given(item.ScheduleExpression, "cron(0 5 ? * * *)")
    timezone            = given(item.ScheduleExpressionTimezone, "UTC")
    start_window        = given(item.StartWindowMinutes, 480)
    completion_window   = given(item.CompletionWindowMinutes, 10080)
    recovery_point_tags = given(item.RecoveryPointTags, {})
    index_types         = item.IndexActions == null ? null : at(item.IndexActions, [for action in item.IndexActions : given(action.ResourceTypes, [])])
    scans               = length(given(item.ScanActions, []))
    is_continuous       = given(item.EnableContinuousBackup, false)
    lifecycle = item.Lifecycle == null ? null : at(item.Lifecycle, {
      delete_after = unless_for_ever(item.Lifecycle.DeleteAfterDays)
      cold_after   = item.Lifecycle.MoveToColdStorageAfterDays
      archives     = given(item.Lifecycle.OptInToArchiveForSupportedResources, false)
    })
    retention_days      = given(self.lifecycle.delete_after, infinity)
    kept_in             = self.vault
    kept_in_name        = self.vault_name
    air_gap             = self.air_gapped_vault
    index               = index
    copies              = [for copy in here.backup_copy : copy if copy.rule_index == self.index]
    air_gapped_arn      = item.TargetLogicallyAirGappedBackupVaultArn
  }

  # The provider's own defaults are 60 and 180 minutes, and zero days mean absent.
  terraform "aws_backup_plan" {
    each                = blocks(raw.rule)
    label               = "rule \"${item.rule_name}\" of plan ${self.address}"
    name                = item.rule_name
    plan                = here.backup_plan[0]
    region              = region
    account             = account
    vault_name          = item.target_vault_name
    schedule            = item.schedule == null || item.schedule == "" ? "cron(0 5 ? * * *)" : item.schedule
    timezone            = given(item.schedule_expression_timezone, "Etc/UTC")
    start_window        = given(item.start_window, 60)
    completion_window   = given(item.completion_window, 180)
    recovery_point_tags = given(item.recovery_point_tags, {})
    scans               = length(blocks(item.scan_action))
    is_continuous       = given(item.enable_continuous_backup, false)
    lifecycle = blocks(item.lifecycle)[0] == null ? null : at(blocks(item.lifecycle)[0], {
      delete_after = days_or_null(blocks(item.lifecycle)[0].delete_after)
      cold_after   = days_or_null(blocks(item.lifecycle)[0].cold_storage_after)
      archives     = given(blocks(item.lifecycle)[0].opt_in_to_archive_for_supported_resources, false)
    })
    retention_days      = given(self.lifecycle.delete_after, infinity)
    kept_in             = self.vault
    kept_in_name        = self.vault_name
    air_gap             = self.air_gapped_vault
    index               = index
    copies              = [for copy in here.backup_copy : copy if copy.rule_index == self.index]
    air_gapped_arn      = item.target_logically_air_gapped_backup_vault_arn
  }

  resource "AWS::Organizations::Policy" "aws_organizations_policy" {
    when                = given(raw.Type, raw.type) == "BACKUP_POLICY"
    each                = rules_of_policy(given(raw.Content, raw.content))
    label               = "rule \"${item.name}\" of plan \"${item.plan_name}\" of ${self.address}"
    name                = item.name
    plan                = here.backup_plan[item.position]
    policy_key          = "${self.address}#${item.position}"
    region              = item.region
    account             = here.organization_backup_policy[0].plan_account
    vault_name          = item.vault_name
    schedule            = given(item.schedule, "cron(0 5 ? * * *)")
    timezone            = "UTC"
    start_window        = given(item.start_window, 480)
    completion_window   = given(item.completion_window, 10080)
    recovery_point_tags = item.tags
    index_types         = item.index_types
    scans               = item.scans
    is_continuous       = given(item.is_continuous, false)
    lifecycle           = item.lifecycle
    retention_days      = given(self.lifecycle.delete_after, infinity)
    kept_in             = self.vault
    kept_in_name        = self.vault_name
    air_gap             = self.air_gapped_vault
    index               = index
    copies              = [for copy in here.backup_copy : copy if copy.rule_index == self.index]
    air_gapped_arn      = in_place(item.air_gapped_arn, self.region, self.account)
  }
}

# Whatever has a lifecycle: rules and copy actions.
family "retained" {
  attributes = {
    label     = string
    lifecycle = object({ delete_after = number, cold_after = number, archives = bool })
    # In days; infinity when recovery points are kept for ever.
    retention_days = number
    # Where they go, and what the author calls it; the vault is null when it is not in this configuration.
    kept_in        = any
    kept_in_name   = any
    air_gap        = any
    air_gapped_arn = any
  }
}

function "days_or_null" {
  parameters = ["days"]
  result     = unless_for_ever(zero_as_null(days))
}

function "zero_as_null" {
  parameters = ["days"]
  result     = days == 0 ? at(days, null) : days
}

function "unless_for_ever" {
  parameters = ["days"]
  result     = days != null && days < 0 ? at(days, null) : days
}

# One name may stand for a vault in each region.
link "vaults_so_named" {
  from    = backup_rule
  to      = family.recovery_store
  inverse = "named_by"
  by      = from.vault_name
  keys    = [to.name]
}

# The one beside the plan. Where an organisation makes the plan, every account has vaults of its own.
derive "vault" {
  on = backup_rule
  value = given(
    first([for vault in self.vaults_so_named : vault if vault.region == self.region && vault.account == self.account]),
    self.policy_key == null ? first(self.vaults_so_named) : null,
  )
}

derive "filled_by" {
  on    = family.recovery_store
  value = [for rule in self.named_by : rule if rule.vault.address == self.address]
}

# A vault in this configuration is known by its name as well.
derive "vault_known_as" {
  on    = backup_rule
  value = given(self.vault.name, self.vault_name)
}

# The longest time between two runs, without what clocks do; null when the schedule is refused.
derive "gap_minutes" {
  on    = backup_rule
  value = schedule_problem(self.schedule) == null ? schedule_gap_union([{ schedule = self.schedule, zone = self.timezone }], policy.daylight_saving_minutes) : null
}

link "air_gapped_vault" {
  from    = backup_rule
  to      = family.recovery_store
  inverse = "isolates"
  single  = true
  by      = from.air_gapped_arn
  keys    = [to.arn, "arn:aws:backup:${to.region}:${to.account}:backup-vault:${to.name}"]
}

# The share of its runs that fall into the start window of a rule of the plan that keeps longer.
derive "swallowed" {
  on = backup_rule
  value = schedule_swallowed([
    for rule in concat([self], [for rule in self.plan.rules : rule if rule.index != self.index]) : {
      schedule     = rule.schedule
      zone         = rule.timezone
      start_window = rule.start_window
      retention    = rule.lifecycle.delete_after
    }
  ])
}

# Everything that the rule's plan selects.
derive "stores" {
  on    = backup_rule
  value = flatten([for selection in self.plan.selections : selection.stores])
}

derive "is_too_dense" {
  on    = backup_rule
  value = schedule_problem(self.schedule) == null && schedule_gap_min(self.schedule, self.timezone) < 60
}

# Its jobs are accepted: every one that keeps less or more than the lock of its vault allows fails, and none ever begins
# that has no cron expression or one for the past. Nothing speaks against a vault that nobody sees.
derive "yields" {
  on = backup_rule
  value = (
    (self.vault.lock.min_days == null || self.retention_days >= self.vault.lock.min_days)
    && (self.vault.lock.max_days == null || self.retention_days <= self.vault.lock.max_days)
    && (!is_known(self.schedule) || is_valid_schedule(self.schedule))
    && !(is_known(self.gap_minutes) && self.gap_minutes == infinity)
  )
}

function "is_rate" {
  parameters = ["schedule"]
  result     = startswith(schedule, "rate(")
}

# Five fields may be a slip of the pen or an undocumented form: nobody knows. Unless they are wrong with a year as well.
function "is_valid_schedule" {
  parameters = ["schedule"]
  result = (
    is_rate(schedule) ? false :
    schedule_problem(schedule) == null ? true :
    schedule_problem(schedule).kind == "missing_year" && schedule_problem(replace(schedule, ")", " *)")) == null ? unresolved("the expression has five fields; the service documents six") :
    false
  )
}
