# How people learn that a data store's backup failed, the quickest way first.
derive "alerts" {
  on = family.recoverable
  value = concat(
    [for rule in self.protected_by : { path = "notifications of ${rule.kept_in.address}", minutes = 0 } if rule.kept_in != null && rule.kept_in.announces_failures],
    [for rule in model.alert_rule : { path = "event rule ${rule.address}", minutes = 0 } if rule.tells_of_failures && rule.region == self.region && rule.account == self.account],
    [for alarm in model.alert_alarm : { path = "alarm ${alarm.address}", minutes = alarm.minutes } if alarm.tells_of_failures && alarm.region == self.region && alarm.account == self.account && watches_vaults(alarm, self)],
  )
}

# Minutes until somebody knows; infinity when nobody ever will.
derive "alert_minutes" {
  on    = family.recoverable
  value = length(self.protected_by) == 0 ? infinity : min(concat([infinity], [for alert in self.alerts : alert.minutes])...)
}

# An alarm may count the failures of one vault only.
function "watches_vaults" {
  parameters = ["alarm", "store"]
  result = any([
    for metric in alarm.metrics :
    metric.vault_name == null || any([for rule in store.protected_by : rule.vault_known_as == metric.vault_name])
  ])
}

# What is sent arrives: at a topic that lets the sender publish and has somebody to pass it on to, in a queue that lets it
# send, at a function that lets it call. Of what is declared elsewhere nobody knows.
derive "reaches_somebody" {
  on = alert_rule
  value = any(concat(
    [for topic in self.target_topics : lets_publish(topic, "events.") && any([for subscription in topic.subscriptions : hears_everything(subscription)])],
    [for queue in self.target_queues : any([for policy in queue.policies : lets_service(policy, "sqs:sendmessage", "events.")])],
    [for permission in self.function_permissions : startswith(permission.principal, "events.")],
    length(self.targets) > length(self.target_topics) + length(self.target_queues) + length(self.function_permissions) ? [unresolved("a target of ${self.address} is not in this configuration")] : [],
  ))
}

# The owner of a topic without a policy is its account, whose alarms may publish.
derive "reaches_somebody" {
  on = family.alarm
  value = any(concat(
    [for topic in self.alarm_topics : (topic.policy == null ? !is_sealed(topic) : lets_publish(topic, "cloudwatch.")) && any([for subscription in topic.subscriptions : hears_everything(subscription)])],
    self.actions > length(self.alarm_topics) ? [unresolved("where ${self.address} goes is not in this configuration")] : [],
  ))
}

function "lets_publish" {
  parameters = ["topic", "service"]
  result     = lets_service(topic.policy, "sns:publish", service) && !is_sealed(topic)
}

function "lets_service" {
  parameters = ["policy", "action", "service"]
  result = any([
    for statement in policy_statements(policy) :
    statement.effect == "Allow"
    && matches_action(statement, action)
    && any([for principal in given(statement.principals, []) : principal.value == "*" || startswith(principal.value, service)])
  ])
}

# The key that the service manages lets no other service use it.
function "is_sealed" {
  parameters = ["topic"]
  result     = topic.key != null && glob("*alias/aws/sns", topic.key)
}

# Notifications of vaults are sentences; what they are about stands in attributes of the message.
function "hears_failures" {
  parameters = ["subscription"]
  result = subscription.filter == null || (
    subscription.filter_scope == "MessageAttributes"
    && accepts(subscription.filter.State, "FAILED")
    && accepts(subscription.filter.EventType, "BACKUP_JOB_COMPLETED")
  )
}

function "hears_everything" {
  parameters = ["subscription"]
  result     = subscription.filter == null || unresolved("a subscription filters what it is told")
}
