rule "resource-covered" {
  title    = "Data store is in no backup plan"
  theme    = "selection"
  on       = family.data_store
  require  = self.is_covered || given(self.native.retention_days, 0) >= policy.min_retention_days || self.is_exempt
  at       = self
  see      = { "this plan does not select it" = model.backup_selection }
  message  = "no selection of a backup plan matches ${self.label}, and no mechanism of the service keeps it for ${policy.min_retention_days} days"
  severity = "high"
  basis    = "convention"
  level    = contains(["critical", "high"], given(self.explicit_tier, "")) ? "high" : self.explicit_tier == "medium" ? "medium" : "low"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-05", "S1-09", "S1-10", "S1-20", "S2-03"]
  why      = "What no plan selects is not backed up. Selections work by tag and by ARN, so a typing error in a tag is enough."
  fix      = "Give the resource the tags that a selection asks for, or add its ARN to a selection. What needs no backup says so by the tags `BackupRequired=false` and `BackupExemptReason`, or is suppressed."

  presume {
    condition = length(model.backup_plan) > length(model.organization_plan) || policy.complete
    otherwise = "no backup plan is in this configuration, so nobody can tell here whether its data stores are covered"
  }
}
