rule "copy-present-for-tier" {
  title    = "Critical data has no copy in another region"
  theme    = "copy"
  on       = family.data_store
  when     = self.explicit_tier != null && policy.tiers[self.explicit_tier].cross_region != "off"
  require  = self.is_replicated_elsewhere == true || any([for copy in self.copies : copy.destination_region != self.region]) || (self.may_be_protected_elsewhere && unresolved("no backup plan is in this configuration"))
  at       = self
  see      = { "this rule copies nowhere else" = self.protected_by }
  message  = "${self.label} (tier ${self.explicit_tier}) has no recovery point outside its region${is_known(self.region) ? " (${describe(self.region)})" : ""}: no rule that covers it copies to another region"
  severity = "high"
  basis    = "convention"
  level    = policy.tiers[self.explicit_tier].cross_region == "required" ? "high" : "medium"
  controls = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports = { iso27001 = ["A.5.29"] }
  covers   = ["S1-24", "S1-63", "S2-13", "S2-33", "S2-36"]
  why      = "When a region is lost, data of the highest tiers must be restorable in another one. That takes a copy there before."
  fix      = "Add a copy action to a vault in another region to a rule of the plan that covers it, or use the store's own replication."
}
