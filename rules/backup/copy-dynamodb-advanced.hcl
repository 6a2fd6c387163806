rule "copy-dynamodb-advanced" {
  title    = "Table is to be copied without the features that copy tables"
  theme    = "copy"
  on       = dynamodb_table
  when     = any([for rule in self.protected_by : length(rule.copies) > 0 || rule.lifecycle.cold_after != null])
  require  = has_advanced_backups(self, model.management_setting)
  at       = is_set(advanced_backups(self, model.management_setting)) ? advanced_backups(self, model.management_setting) : self
  see      = { "this rule copies it or moves it to cold storage" = [for rule in self.protected_by : rule if length(rule.copies) > 0 || rule.lifecycle.cold_after != null] }
  message  = "advanced backup of DynamoDB tables is off, so backups of ${self.label} are neither copied nor moved to cold storage"
  severity = "medium"
  controls = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports = { iso27001 = ["A.5.29"] }
  covers   = ["S1-24", "S1-63", "S2-13", "S2-33"]
  why      = "Without advanced features the table's own service keeps its backups, and that one knows neither copies nor cold storage. The jobs of the plan fail or leave them out."
  fix      = "Set `DynamoDB = true` in `resource_type_management_preference` of the region's settings; CloudFormation cannot express it."
}
