rule "tier-tags-consistent" {
  title    = "Tier tag and recovery objectives contradict each other"
  theme    = "selection"
  on       = family.data_store
  when     = tagged_tier(self.tags, policy) != null && (stated_minutes(self, "RPO") != null || stated_minutes(self, "RTO") != null)
  require = (
    keeps_within(stated_minutes(self, "RPO"), policy.tiers[tagged_tier(self.tags, policy)].max_rpo_minutes)
    && keeps_within(stated_minutes(self, "RTO"), policy.tiers[tagged_tier(self.tags, policy)].max_rto_minutes)
  )
  at = (keeps_within(stated_minutes(self, "RPO"), policy.tiers[tagged_tier(self.tags, policy)].max_rpo_minutes)
    ? tag_of(self.tags, "RTO")
    : tag_of(self.tags, "RPO")
  )
  see = { "the tier is said here" = [for key in policy.tier_tags : tag_of(self.tags, key)] }
  message = (keeps_within(stated_minutes(self, "RPO"), policy.tiers[tagged_tier(self.tags, policy)].max_rpo_minutes)
    ? "${self.label} states an RTO of `${tag_of(self.tags, "RTO")}`, and its tier ${tagged_tier(self.tags, policy)} allows at most ${duration(policy.tiers[tagged_tier(self.tags, policy)].max_rto_minutes)}"
    : "${self.label} states an RPO of `${tag_of(self.tags, "RPO")}`, and its tier ${tagged_tier(self.tags, policy)} allows at most ${duration(policy.tiers[tagged_tier(self.tags, policy)].max_rpo_minutes)}"
  )
  severity = "medium"
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

function "keeps_within" {
  parameters = ["minutes", "most"]
  result     = minutes == null || most == null || minutes <= most
}

# The tier by its name alone.
function "tagged_tier" {
  parameters = ["tags", "policy"]
  result     = first([for key in policy.tier_tags : policy.tier_names[lower(given(tag_of(tags, key), ""))]])
}
