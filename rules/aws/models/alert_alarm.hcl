# An alarm on a metric. Only those on failed jobs say anything about backups.
type "alert_alarm" {
  attributes = {
    region      = string
    account     = string
    namespace   = string
    metric      = string
    minutes     = number # until it has seen enough
    actions     = number
    topics      = any # whatever its actions go to
    vault_name  = any
    comparison  = string
    threshold   = number
    statistic   = string
    on_no_data  = string # breaching, notBreaching, ignore or missing
    is_composed = bool   # of several metrics
  }

  cloudformation "AWS::CloudWatch::Alarm" {
    region     = region
    account    = account
    namespace  = raw.Namespace
    metric     = raw.MetricName
    minutes    = given(raw.Period, 60) * given(raw.EvaluationPeriods, 1) / 60
    actions    = given(raw.ActionsEnabled, true) ? length(given(raw.AlarmActions, [])) : 0
    topics      = given(raw.ActionsEnabled, true) ? given(raw.AlarmActions, []) : []
    comparison  = raw.ComparisonOperator
    threshold   = raw.Threshold
    statistic   = given(raw.Statistic, raw.ExtendedStatistic)
    on_no_data  = given(raw.TreatMissingData, "missing")
    is_composed = length(given(raw.Metrics, [])) > 0
    vault_name = first([for dimension in raw.Dimensions : dimension.Value if dimension.Name == "BackupVaultName"])
  }

  terraform "aws_cloudwatch_metric_alarm" {
    region     = region
    account    = account
    namespace  = raw.namespace
    metric     = raw.metric_name
    minutes    = given(raw.period, 60) * given(raw.evaluation_periods, 1) / 60
    actions    = given(raw.actions_enabled, true) ? length(given(raw.alarm_actions, [])) : 0
    topics      = given(raw.actions_enabled, true) ? given(raw.alarm_actions, []) : []
    comparison  = raw.comparison_operator
    threshold   = raw.threshold
    statistic   = given(raw.statistic, raw.extended_statistic)
    on_no_data  = given(raw.treat_missing_data, "missing")
    is_composed = length(blocks(raw.metric_query)) > 0
    vault_name = given(raw.dimensions, {})["BackupVaultName"]
  }
}

derive "tells_of_failures" {
  on    = alert_alarm
  value = self.namespace == "AWS/Backup" && self.metric == "NumberOfBackupJobsFailed" && self.actions > 0
}

link "alarm_topics" {
  from    = alert_alarm
  to      = alert_topic
  inverse = "alarms"
  by      = from.topics
  keys    = [to.arn]
}
