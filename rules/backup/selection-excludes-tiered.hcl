rule "selection-excludes-tiered" {
  title    = "Backup selection leaves out what its tier protects"
  theme    = "selection"
  on       = family.data_store
  when     = contains(["critical", "high"], given(self.explicit_tier, "")) && length(self.excluded_by) > 0
  require  = self.is_covered
  at       = self
  see      = { "this selection chooses it and takes it out again" = self.excluded_by }
  message  = "${self.label} (tier ${self.explicit_tier}) is chosen by ${self.excluded_by[0].label} and taken out again by its exclusions, and no other selection covers it"
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-03", "S2-43"]
  why      = "An exclusion that was written for scratch data can reach further than it was meant to. Nothing tells that what it takes out was important."
  fix      = "Narrow the exclusion, or cover the resource by another selection."
}
