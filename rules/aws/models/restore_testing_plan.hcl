# Restores recovery points now and then, to see that it works.
type "restore_testing_plan" {
  attributes = {
    name           = string
    arn            = string
    region         = string
    account        = string
    schedule       = string
    timezone       = string
    start_hours    = number
    algorithm      = string
    include_vaults = any
    exclude_vaults = any
    point_types    = any
    window_days    = number
    tags           = map(string)
  }

  every {
    arn     = "arn:${partition}:backup:${region}:${account}:restore-testing-plan:${chosen_id(self)}"
    region  = region
    account = account
  }

  cloudformation "AWS::Backup::RestoreTestingPlan" {
    name           = raw.RestoreTestingPlanName
    schedule       = given(raw.ScheduleExpression, "cron(0 5 ? * * *)")
    timezone       = given(raw.ScheduleExpressionTimezone, "UTC")
    start_hours    = given(raw.StartWindowHours, 24)
    algorithm      = raw.RecoveryPointSelection.Algorithm
    include_vaults = given(raw.RecoveryPointSelection.IncludeVaults, [])
    exclude_vaults = given(raw.RecoveryPointSelection.ExcludeVaults, [])
    point_types    = given(raw.RecoveryPointSelection.RecoveryPointTypes, [])
    window_days    = given(raw.RecoveryPointSelection.SelectionWindowDays, 30)
    tags           = tags_of_pairs(given(raw.Tags, []))

    computed {
      Ref                    = self.name
      RestoreTestingPlanName = self.name
      RestoreTestingPlanArn  = self.arn
    }
  }

  terraform "aws_backup_restore_testing_plan" {
    name           = raw.name
    schedule       = given(raw.schedule_expression, "cron(0 5 ? * * *)")
    timezone       = given(raw.schedule_expression_timezone, "UTC")
    start_hours    = given(raw.start_window_hours, 24)
    algorithm      = blocks(raw.recovery_point_selection)[0].algorithm
    include_vaults = given(blocks(raw.recovery_point_selection)[0].include_vaults, [])
    exclude_vaults = given(blocks(raw.recovery_point_selection)[0].exclude_vaults, [])
    point_types    = given(blocks(raw.recovery_point_selection)[0].recovery_point_types, [])
    window_days    = given(blocks(raw.recovery_point_selection)[0].selection_window_days, 30)
    tags           = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id   = self.name
      name = self.name
      arn  = self.arn
    }
  }
}

# The longest time between two tests; null when the schedule is refused.
derive "gap_days" {
  on    = restore_testing_plan
  value = schedule_problem(self.schedule) == null ? schedule_gap(self.schedule, self.timezone) / 1440 : null
}
