rule "rds-backup-managed-conflict" {
  title    = "Declaration of a database undoes its continuous backup"
  theme    = "selection"
  on       = rds_instance
  when     = length(self.continuous_rules) > 0 && is_set(self.backup_retention_days) && !self.is_left_alone
  require  = all([for rule in self.continuous_rules : self.backup_retention_days == rule.lifecycle.delete_after])
  at       = self.backup_retention_days
  see      = { "this continuous rule sets another retention" = [for rule in self.continuous_rules : given(rule.lifecycle.delete_after, rule)] }
  message = (self.backup_retention_days == 0
    ? "${self.label} declares 0 days of automated backups: every deployment turns the continuous backup of ${first(self.continuous_rules).label} off"
    : "${self.label} declares ${self.backup_retention_days} days of automated backups and ${first(self.continuous_rules).label} sets ${describe(first(self.continuous_rules).lifecycle.delete_after)}: each deployment and the service change it back and forth"
  )
  severity = "high"
  level    = self.backup_retention_days == 0 ? "high" : "medium"
  controls = { iso27001 = ["A.8.13", "A.8.9"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-20", "S1-22", "S1-23"]
  why      = "A continuous rule takes over the automated backups of a database and sets their retention itself. A declaration that says something else is put into force again with every deployment."
  fix      = "Declare the retention of the rule, leave it out, or ignore its changes: `ignore_changes = [backup_retention_period, backup_window]`."
}
