rule "tier-tags-consistent" {
  title    = "Tier tag and recovery objectives contradict each other"
  theme    = "selection"
  on       = family.data_store
  when     = tagged_tier(self.tags, policy) != null && (stated_minutes(self, "RPO") != null || stated_minutes(self, "RTO") != null)
  require  = length(contradictions(self, policy)) == 0
  at       = tag_of(self.tags, contradictions(self, policy)[0].tag)
  see      = { "the tier is said here" = [for key in policy.tier_tags : tag_of(self.tags, key)] }
  message = (contradictions(self, policy)[0].is_looser
    ? "${self.label} states an ${contradictions(self, policy)[0].tag} of `${tag_of(self.tags, contradictions(self, policy)[0].tag)}`, and its tier ${tagged_tier(self.tags, policy)} allows at most ${duration(contradictions(self, policy)[0].most)}"
    : "${self.label} states an ${contradictions(self, policy)[0].tag} of `${tag_of(self.tags, contradictions(self, policy)[0].tag)}`, which is stricter than its tier ${tagged_tier(self.tags, policy)} asks for: another tier may be meant"
  )
  severity = "medium"
  basis    = "convention"
  level    = contradictions(self, policy)[0].is_looser ? "medium" : "info"
  controls = { iso27001 = ["A.5.12", "A.5.13"], nist_csf = ["ID.AM-05"], cis = ["3.7"] }
  supports = { iso27001 = ["A.5.30"], cis = ["3.2"] }
  covers   = ["S1-07", "S2-01", "S2-42", "S2-49", "S2-59"]
  why      = "Two tags that say different things are read by different people. Whoever plans by the looser one loses more than the other promised."
  fix      = "Decide which of the two is meant, and correct the other."
}

function "stated_minutes" {
  parameters = ["store", "key"]
  result     = parse_duration(tag_of(store.tags, key))
}

# Objectives outside of what the tier is for, looser ones first.
function "contradictions" {
  parameters = ["store", "policy"]
  result = concat(
    [for bound in bounds_of(policy.tiers[tagged_tier(store.tags, policy)]) : { tag = bound.tag, most = bound.most, is_looser = true } if bound.most != null && given(stated_minutes(store, bound.tag), 0) > bound.most],
    [for bound in bounds_of(policy.tiers[tagged_tier(store.tags, policy)]) : { tag = bound.tag, most = bound.most, is_looser = false } if given(stated_minutes(store, bound.tag), infinity) < given(bound.least, 0)],
  )
}

function "bounds_of" {
  parameters = ["tier"]
  result     = [{ tag = "RPO", least = tier.least_rpo_minutes, most = tier.max_rpo_minutes }, { tag = "RTO", least = tier.least_rto_minutes, most = tier.max_rto_minutes }]
}

# The tier by its name alone.
function "tagged_tier" {
  parameters = ["tags", "policy"]
  result     = first([for key in policy.tier_tags : policy.tier_names[lower(given(tag_of(tags, key), ""))]])
}
