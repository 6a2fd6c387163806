rule "plan-selection-resolves" {
  title    = "Backup selection belongs to no plan"
  theme    = "selection"
  on       = backup_selection
  require  = !is_dangling(self.plan_id) && (is_some_lookup(self.plan_id) || is_id_of(self.plan, self.plan_id) || (!is_name_or_arn(self.plan_id, model.backup_plan) && is_accounted_for(self.plan, self.plan_id, policy)))
  at       = self.plan_id
  message = (
    is_dangling(self.plan_id) ? "${self.label} belongs to a plan that nothing declares" :
    is_name_or_arn(self.plan_id, model.backup_plan) ? "${self.label} names its plan by ${describe(self.plan_id)}; the service wants the id of the plan" :
    "${self.label} belongs to the plan ${describe(self.plan_id)}, which is not in this configuration"
  )
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

function "is_name_or_arn" {
  parameters = ["value", "plans"]
  result     = startswith(value, "arn:") || any([for plan in plans : plan.name == value])
}
