# What is raised when something that is counted goes too far. Only alarms on failed jobs say anything about backups.
family "alarm" {
  attributes = {
    name    = string
    region  = string
    account = string
    actions = number
    topics  = any # whatever its actions go to
  }
}

# On a metric, or on several that it does sums with.
type "alert_alarm" {
  family = ["alarm"]
  attributes = {
    namespace   = string # null for several
    metric      = string
    vault_name  = any
    metrics     = list(object({ namespace = string, name = string, vault_name = any }))
    minutes     = number # until it has seen enough
    comparison  = string
    threshold   = number
    statistic   = string
    on_no_data  = string # breaching, notBreaching, ignore or missing
    is_composed = bool   # of several metrics
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::CloudWatch::Alarm" {
    name       = raw.AlarmName
    namespace  = raw.Namespace
    metric     = raw.MetricName
    vault_name = dimension(raw.Dimensions, "BackupVaultName")
    metrics = concat(
      raw.MetricName == null ? [] : [{ namespace = raw.Namespace, name = raw.MetricName, vault_name = self.vault_name }],
      [
        for query in given(raw.Metrics, []) :
        { namespace = query.MetricStat.Metric.Namespace, name = query.MetricStat.Metric.MetricName, vault_name = dimension(query.MetricStat.Metric.Dimensions, "BackupVaultName") }
        if query.MetricStat != null
      ],
    )
    minutes     = given(raw.Period, first([for query in given(raw.Metrics, []) : query.MetricStat.Period if query.MetricStat != null]), 60) * given(raw.EvaluationPeriods, 1) / 60
    actions     = given(raw.ActionsEnabled, true) ? length(given(raw.AlarmActions, [])) : 0
    topics      = given(raw.ActionsEnabled, true) ? given(raw.AlarmActions, []) : []
    comparison  = raw.ComparisonOperator
    threshold   = raw.Threshold
    statistic   = given(raw.Statistic, raw.ExtendedStatistic)
    on_no_data  = given(raw.TreatMissingData, "missing")
    is_composed = length(given(raw.Metrics, [])) > 0

    computed {
      Ref = chosen_name(self)
      Arn = "arn:${partition}:cloudwatch:${region}:${account}:alarm:${chosen_name(self)}"
    }
  }

  terraform "aws_cloudwatch_metric_alarm" {
    name       = raw.alarm_name
    namespace  = raw.namespace
    metric     = raw.metric_name
    vault_name = given(raw.dimensions, {})["BackupVaultName"]
    metrics = concat(
      raw.metric_name == null ? [] : [{ namespace = raw.namespace, name = raw.metric_name, vault_name = self.vault_name }],
      [
        for metric in flatten([for query in blocks(raw.metric_query) : blocks(query.metric)]) :
        { namespace = metric.namespace, name = metric.metric_name, vault_name = given(metric.dimensions, {})["BackupVaultName"] }
      ],
    )
    minutes     = given(raw.period, first([for metric in flatten([for query in blocks(raw.metric_query) : blocks(query.metric)]) : metric.period]), 60) * given(raw.evaluation_periods, 1) / 60
    actions     = given(raw.actions_enabled, true) ? length(given(raw.alarm_actions, [])) : 0
    topics      = given(raw.actions_enabled, true) ? given(raw.alarm_actions, []) : []
    comparison  = raw.comparison_operator
    threshold   = raw.threshold
    statistic   = given(raw.statistic, raw.extended_statistic)
    on_no_data  = given(raw.treat_missing_data, "missing")
    is_composed = length(blocks(raw.metric_query)) > 0

    computed {
      id  = self.name
      arn = "arn:${partition}:cloudwatch:${region}:${account}:alarm:${self.name}"
    }
  }
}

# On the states of other alarms, which often leave it to this one to tell somebody.
type "composed_alarm" {
  family     = ["alarm"]
  attributes = { expression = any }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::CloudWatch::CompositeAlarm" {
    name       = raw.AlarmName
    expression = raw.AlarmRule
    actions    = given(raw.ActionsEnabled, true) ? length(given(raw.AlarmActions, [])) : 0
    topics     = given(raw.ActionsEnabled, true) ? given(raw.AlarmActions, []) : []
  }

  terraform "aws_cloudwatch_composite_alarm" {
    name       = raw.alarm_name
    expression = raw.alarm_rule
    actions    = given(raw.actions_enabled, true) ? length(given(raw.alarm_actions, [])) : 0
    topics     = given(raw.actions_enabled, true) ? given(raw.alarm_actions, []) : []
  }
}

# Counts lines of a log, such as records of a trail, in a metric that alarms can watch.
type "log_metric" {
  attributes = { pattern = string, log_group = any, region = string, account = string, metrics = list(object({ namespace = string, name = string })) }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Logs::MetricFilter" {
    pattern   = raw.FilterPattern
    log_group = raw.LogGroupName
    metrics   = [for metric in given(raw.MetricTransformations, []) : { namespace = metric.MetricNamespace, name = metric.MetricName }]
  }

  terraform "aws_cloudwatch_log_metric_filter" {
    pattern   = raw.pattern
    log_group = raw.log_group_name
    metrics   = [for metric in blocks(raw.metric_transformation) : { namespace = metric.namespace, name = metric.name }]
  }
}

function "dimension" {
  parameters = ["dimensions", "name"]
  result     = first([for dimension in dimensions : dimension.Value if dimension.Name == name])
}

link "alarm_topics" {
  from    = family.alarm
  to      = alert_topic
  inverse = "alarms"
  by      = from.topics
  keys    = [to.arn]
}

# Alarms on a metric that such lines are counted in.
derive "watching_alarms" {
  on    = log_metric
  value = [for alarm in model.alert_alarm : alarm if any([for metric in self.metrics : any([for watched in alarm.metrics : watched.namespace == metric.namespace && watched.name == metric.name])])]
}

derive "tells_of_failures" {
  on = alert_alarm
  value = (
    any([for metric in self.metrics : metric.namespace == "AWS/Backup" && metric.name == "NumberOfBackupJobsFailed"])
    && startswith(given(self.comparison, ""), "Greater")
    && (self.reaches_somebody || any([for composed in model.composed_alarm : strcontains(composed.expression, self.name) && composed.reaches_somebody]))
  )
}
