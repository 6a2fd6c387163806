rule "tier-tag-valid" {
  title    = "Tier tag names no tier"
  theme    = "selection"
  on       = family.data_store
  when     = any([for key in policy.tier_tags : is_meant_as_tier(key, tag_of(self.tags, key), policy)])
  require  = length(strange_tiers(self, policy)) == 0
  at       = first(strange_tiers(self, policy))
  message = (nearest(first(strange_tiers(self, policy)), keys(policy.tier_names)) == null
    ? "${self.label} is tagged with the tier `${first(strange_tiers(self, policy))}`, which is none of ${join(", ", keys(policy.tiers))}"
    : "${self.label} is tagged with the tier `${first(strange_tiers(self, policy))}`, which does not exist; `${nearest(first(strange_tiers(self, policy)), keys(policy.tier_names))}` does"
  )
  severity = "medium"
  basis    = "convention"
  controls = { iso27001 = ["A.5.12", "A.5.13"], nist_csf = ["ID.AM-05"], cis = ["3.7"] }
  supports = { iso27001 = ["A.5.30"], cis = ["3.2"] }
  covers   = ["S1-03", "S1-06", "S2-01", "S2-42", "S2-59"]
  why      = "A tier that is misspelt is no tier: selections pass the resource over, and it is held to the demands of the default tier."
  fix      = "Write one of the tiers that exist."
}

# Some keys are used for other things as well; there only what is near the name of a tier is meant as one.
function "is_meant_as_tier" {
  parameters = ["key", "value", "policy"]
  result = value != null && value != "" && (
    contains(policy.tier_only_tags, key) || contains(keys(policy.tier_names), lower(value)) || nearest(value, keys(policy.tier_names)) != null
  )
}

function "strange_tiers" {
  parameters = ["store", "policy"]
  result = [
    for value in [for key in policy.tier_tags : is_meant_as_tier(key, tag_of(store.tags, key), policy) ? tag_of(store.tags, key) : null] : value
    if value != null && !contains(keys(policy.tier_names), lower(given(value, "")))
  ]
}
