# Whatever holds data that somebody would miss.
family "data_store" {
  attributes = {
    name    = string
    arn     = string
    region  = string
    account = string
    tags    = map(string)
    # What the service does by itself, without a plan. Null when nothing.
    native = object({ mechanism = string, rpo_minutes = number, retention_days = number })
    # What a continuous backup rule gets from this type: minutes of loss, or null where it only makes snapshots.
    continuous_rpo_minutes = number
    # Copied or replicated to another region by the service itself.
    is_replicated_elsewhere = bool
    # Plans cannot back it up, whatever their selections say.
    only_native = bool
    # Stores whose backups hold this one as well.
    backed_up_with = any
  }
}

# All rules of all plans that select it.
derive "protected_by" {
  on = family.data_store
  value = concat(
    flatten([for selection in self.selected_by : selection.plan == null ? unresolved("the plan of ${selection.address} is not in this configuration") : selection.plan.rules]),
    flatten([for store in given(self.backed_up_with, []) : given(store.protected_by, [])]),
  )
}

derive "is_covered" {
  on    = family.data_store
  value = length(self.selected_by) > 0 || any([for store in given(self.backed_up_with, []) : given(store.is_covered, false)])
}

# The strictest tier that its tags name, or null. A value that is near no tier's name is no tier tag.
derive "explicit_tier" {
  on = family.data_store
  value = named_tier(self.tags, policy)
}

derive "tier" {
  on    = family.data_store
  value = given(self.explicit_tier, policy.default_tier)
}

function "named_tier" {
  parameters = ["tags", "policy"]
  result = first(concat(
    [for key in policy.tier_tags : policy.tier_names[lower(given(tag_of(tags, key), ""))]],
    [tier_for_rpo(parse_duration(tag_of(tags, "RPO")))],
  ))
}

# Tag keys are compared without regard to letter case.
function "tag_of" {
  parameters = ["tags", "key"]
  result     = first([for name, value in tags : value if lower(name) == lower(key)])
}

# Tiers by rising RPO; the first that tolerates as little as asked for.
function "tier_for_rpo" {
  parameters = ["minutes"]
  result = minutes == null ? null : (
    minutes <= 15 ? "critical" :
    minutes <= 240 ? "high" :
    minutes <= 1440 ? "medium" : "standard"
  )
}

# Longest time between two recovery points, over all rules together; infinity without any.
derive "rpo_minutes" {
  on = family.data_store
  value = min(concat(
    [given(self.native.rpo_minutes, infinity)],
    [for rule in self.protected_by : rule.is_continuous ? given(self.continuous_rpo_minutes, infinity) : infinity],
    [schedule_gap_union([
      for rule in self.protected_by : {
        schedule     = rule.schedule
        zone         = rule.timezone
        start_window = rule.start_window
        retention    = rule.lifecycle.delete_after
        group        = rule.plan.address
      }
    ], policy.daylight_saving_minutes)],
  )...)
}

# The longest that a recovery point stays, native ones included; infinity when some stay for ever.
derive "retention_days" {
  on    = family.data_store
  value = max(concat([given(self.native.retention_days, 0)], [for rule in self.protected_by : rule.retention_days])...)
}

derive "copies" {
  on    = family.data_store
  value = flatten([for rule in self.protected_by : rule.copies])
}
