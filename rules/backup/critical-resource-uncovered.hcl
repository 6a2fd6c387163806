rule "critical-resource-uncovered" {
  title    = "Critical data store is in no backup plan"
  theme    = "selection"
  on       = family.data_store
  when     = self.explicit_tier == "critical"
  require  = self.is_covered || given(self.native.retention_days, 0) >= policy.min_retention_days || self.is_exempt
  at       = self
  see      = { "this plan does not select it" = model.backup_selection }
  message  = "${self.label} is tagged as critical, and neither a backup plan nor a mechanism of the service keeps it for ${policy.min_retention_days} days"
  severity = "critical"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-03", "S1-08", "S1-20", "S2-01", "S2-04"]
  why      = "Somebody has called this data critical. Nothing that is lost from it could be brought back."
  fix      = "Give the resource the tags that a selection asks for, or add its ARN to a selection. What needs no backup says so by the tags `BackupRequired=false` and `BackupExemptReason`, or is suppressed."

  presume {
    condition = length(model.backup_plan) > length(model.organization_plan) || policy.complete
    otherwise = "no backup plan is in this configuration, so nobody can tell here whether its critical data is covered"
  }
}
