# How people learn that a data store's backup failed, the quickest way first.
derive "alerts" {
  on = family.data_store
  value = concat(
    [for rule in self.protected_by : { path = "notifications of ${rule.kept_in.address}", minutes = 0 } if rule.kept_in != null && rule.kept_in.announces_failures],
    [for rule in model.alert_rule : { path = "event rule ${rule.address}", minutes = 0 } if rule.tells_of_failures && rule.region == self.region && rule.account == self.account],
    [for alarm in model.alert_alarm : { path = "alarm ${alarm.address}", minutes = alarm.minutes } if alarm.tells_of_failures && alarm.region == self.region && alarm.account == self.account],
  )
}

# Minutes until somebody knows; infinity when nobody ever will.
derive "alert_minutes" {
  on    = family.data_store
  value = length(self.protected_by) == 0 ? infinity : min(concat([infinity], [for alert in self.alerts : alert.minutes])...)
}
