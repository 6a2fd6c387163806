rule "plan-selection-resolves" {
  title    = "Backup selection belongs to no plan"
  theme    = "selection"
  on       = backup_selection
  require  = is_id_of(self.plan, self.plan_id) || (!startswith(self.plan_id, "arn:") && !any([for plan in model.backup_plan : plan.name == self.plan_id]))
  at       = self.plan_id
  message  = "${self.label} names its plan by ${describe(self.plan_id)}; the service wants the id of the plan"
  severity = "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "A selection is tied to its plan by id. With a name or an ARN in its place the deployment fails, and nothing is selected."
  fix      = "Refer to the plan's id: `!Ref` of the plan, or `aws_backup_plan.<name>.id`."
}

# Of all that a plan has, only its id is a text of which nothing is known.
function "is_id_of" {
  parameters = ["plan", "value"]
  result     = plan != null && !is_known(startswith(value, "arn:"))
}
