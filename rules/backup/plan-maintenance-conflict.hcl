rule "plan-maintenance-conflict" {
  title    = "Backups are scheduled while the store is maintained"
  theme    = "schedule"
  on       = maintained_store
  when     = self.store != null && length(self.store.snapshot_rules) > 0 && length(self.store.continuous_rules) == 0
  require  = self.window == null ? unresolved("the service picks the maintenance window of ${self.address}") : length(clashing_rules(self)) == 0
  at       = self.window
  see      = { "this rule starts then" = [for rule in clashing_rules(self) : rule.schedule] }
  message  = "${first(clashing_rules(self)).label} starts in the window ${self.window} (UTC) of ${self.label}, or less than ${duration(self.lead_minutes)} before it: the service starts no backup then"
  severity = "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S1-21", "S2-03"]
  why      = "Databases take no snapshot in their maintenance window or in the hour before it, file systems not in the four hours before. A job that falls there fails, week after week."
  fix      = "Move the schedule of the rule, or the window of the store."
}

function "clashing_rules" {
  parameters = ["maintained"]
  result     = [for rule in maintained.store.snapshot_rules : rule if schedule_problem(rule.schedule) == null && schedule_meets(rule.schedule, rule.timezone, maintained.window, maintained.lead_minutes)]
}
