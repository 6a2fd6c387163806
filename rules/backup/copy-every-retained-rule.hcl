rule "copy-every-retained-rule" {
  title    = "Long-lived backups of critical data are not copied"
  theme    = "copy"
  on       = backup_rule
  when     = length(copied_stores(self, policy)) > 0 || (is_said_critical(self, policy) && length(plan_copies(self)) > 0)
  require = length(self.copies) > 0 || (length(copied_stores(self, policy)) > 0
    ? all([for store in copied_stores(self, policy) : any([for copy in store.copies : copy.retention_days >= self.retention_days])])
    : any([for copy in plan_copies(self) : copy.retention_days >= self.retention_days])
  )
  at       = self
  see      = { "copies of it go by this action" = first(given(first(copied_stores(self, policy)).copies, plan_copies(self))) }
  message  = "${self.label} keeps recovery points ${days_in_words(self.retention_days)} and copies none; the longest copy of ${given(first(copied_stores(self, policy)).label, "its plan")} stays ${days_in_words(max([for copy in given(first(copied_stores(self, policy)).copies, plan_copies(self)) : copy.retention_days]...))}"
  severity = "medium"
  basis    = "convention"
  controls = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports = { iso27001 = ["A.5.29"] }
  covers   = ["S1-24", "S1-63", "S2-13", "S2-33"]
  why      = "When the region is lost, only what was copied is left. If only the short-lived rule copies, the long history goes with the region."
  fix      = "Give the rule that keeps the longest a copy action of its own."
}

# Stores of the highest tiers that the rule protects and that some rule copies; without any copy, another rule speaks.
function "copied_stores" {
  parameters = ["rule", "policy"]
  result     = [for store in rule.stores : store if needs_copies(store, policy) && length(store.copies) > 0]
}

# Tags of recovery points tell the tier of what a plan protects also where that is not in this configuration.
function "is_said_critical" {
  parameters = ["rule", "policy"]
  result = any([
    for other in rule.plan.rules :
    named_tier(other.recovery_point_tags, policy) != null && policy.tiers[named_tier(other.recovery_point_tags, policy)].cross_region == "required"
  ])
}

function "plan_copies" {
  parameters = ["rule"]
  result     = flatten([for other in rule.plan.rules : other.copies])
}

function "needs_copies" {
  parameters = ["store", "policy"]
  result     = store.explicit_tier != null && policy.tiers[store.explicit_tier].cross_region == "required"
}
