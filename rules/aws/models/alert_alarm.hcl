# An alarm on a metric. Only those on failed jobs say anything about backups.
type "alert_alarm" {
  attributes = { region = string, account = string, namespace = string, metric = string, minutes = number, actions = number, vault_name = any }

  cloudformation "AWS::CloudWatch::Alarm" {
    region     = region
    account    = account
    namespace  = raw.Namespace
    metric     = raw.MetricName
    minutes    = given(raw.Period, 60) * given(raw.EvaluationPeriods, 1) / 60
    actions    = given(raw.ActionsEnabled, true) ? length(given(raw.AlarmActions, [])) : 0
    vault_name = first([for dimension in raw.Dimensions : dimension.Value if dimension.Name == "BackupVaultName"])
  }

  terraform "aws_cloudwatch_metric_alarm" {
    region     = region
    account    = account
    namespace  = raw.namespace
    metric     = raw.metric_name
    minutes    = given(raw.period, 60) * given(raw.evaluation_periods, 1) / 60
    actions    = given(raw.actions_enabled, true) ? length(given(raw.alarm_actions, [])) : 0
    vault_name = given(raw.dimensions, {})["BackupVaultName"]
  }
}

derive "tells_of_failures" {
  on    = alert_alarm
  value = self.namespace == "AWS/Backup" && self.metric == "NumberOfBackupJobsFailed" && self.actions > 0
}
