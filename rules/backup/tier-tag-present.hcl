# Selecting the rule declares that every data store of the project carries a tier tag.
rule "tier-tag-present" {
  title    = "Data store says nothing about its tier"
  theme    = "selection"
  enabled  = false
  on       = family.data_store
  require  = self.explicit_tier != null
  at       = self
  message  = "${self.label} has no tag that names its tier (${join(", ", policy.tier_tags)}), so it counts as ${policy.default_tier}"
  severity = "low"
  basis    = "convention"
  controls = { iso27001 = ["A.5.12", "A.5.13"], nist_csf = ["ID.AM-05"], cis = ["3.7"] }
  supports = { iso27001 = ["A.5.30"], cis = ["3.2"] }
  covers   = ["S1-03", "S1-06", "S1-08", "S2-01", "S2-59"]
  why      = "How often something is backed up, how long and where to follows its business impact. Without a tag the plan cannot tell what matters from what does not."
  fix      = "Tag the resource with its tier, for example `BusinessImpact = \"high\"`."
}
