rule "coverage-duplicate" {
  title    = "Several plans back up the same data equally often"
  theme    = "selection"
  on       = family.data_store
  when     = length(self.selected_by) > 2
  require = (
    !any([for selection in self.selected_by : length(plans_as_frequent(self, selection.plan)) > 2])
    && (all([for selection in self.selected_by : selection.plan != null]) || unresolved("a plan that selects it is not in this configuration"))
  )
  at       = self
  see      = { "this selection chooses it" = self.selected_by }
  message  = "${self.label} is backed up by three plans or more at the same interval"
  severity = "info"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-20"]
  why      = "Each plan makes and keeps its own recovery points. Three at the same interval cost three times as much and restore no more."
  fix      = "Leave the resource in one of them, or move the copies that were wanted into copy actions of one rule."
}

# Addresses of the plans that fire as often as this one, itself among them.
function "plans_as_frequent" {
  parameters = ["store", "plan"]
  result = distinct([
    for selection in store.selected_by : selection.plan.address
    if selection.plan != null && plan_interval(selection.plan) == plan_interval(plan)
  ])
}

function "plan_interval" {
  parameters = ["plan"]
  result     = min([for rule in plan.rules : schedule_gap(rule.schedule, rule.timezone)]...)
}
