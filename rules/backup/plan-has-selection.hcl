rule "plan-has-selection" {
  title    = "Backup plan selects nothing"
  theme    = "selection"
  on       = backup_plan
  require  = length(self.selections) > 0 || any([for selection in model.backup_selection : belongs_anywhere(selection)])
  at       = self
  message  = "no selection belongs to ${self.label}: it backs up nothing"
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-05", "S1-20", "S2-43"]
  why      = "A plan says when and how; only a selection says what. Without one the plan never makes a recovery point."
  fix      = "Add a backup selection with the id of this plan."
}

function "belongs_anywhere" {
  parameters = ["selection"]
  result     = selection.plan == null && !is_known(selection.plan_id) && unresolved("nobody knows here which plan ${selection.address} belongs to")
}
