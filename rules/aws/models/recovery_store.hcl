# Where recovery points are kept.
family "recovery_store" {
  attributes = {
    name      = string
    arn       = string
    region    = string
    account   = string
    key       = string
    lock      = object({ mode = string, min_days = number, max_days = number, changeable_days = number })
    policy    = any
    events    = list(string)
    topic     = string # that events are announced to
    tags      = map(string)
    is_locked = bool
  }
}

derive "policy_statements" {
  on    = family.recovery_store
  value = policy_statements(self.policy)
}

function "denies_on_recovery_points" {
  parameters = ["statement", "action"]
  result     = denies(statement, action) && any([for resource in statement.resources : resource == "*" || glob("arn:*:recovery-point:*", resource)])
}

# A lock in compliance mode becomes immutable only after a legal cooling-off time; the service refuses others.
derive "has_valid_compliance_lock" {
  on = family.recovery_store
  value = (
    self.lock != null && self.lock.mode == "compliance"
    && (self.lock.changeable_days == null || (self.lock.changeable_days >= 3 && self.lock.changeable_days <= 36500))
  )
}

link "encryption_key" {
  from    = family.recovery_store
  to      = kms_key
  inverse = "vaults"
  single  = true
  by      = from.key
  keys    = [to.arn, to.key_id]
}

# The key itself, where an alias stands for it.
derive "actual_key" {
  on    = family.recovery_store
  value = self.encryption_key.target_key != null ? self.encryption_key.target_key : self.encryption_key
}

# The strictest tier among its own tag and everything whose recovery points arrive here; null when nobody says.
derive "tier" {
  on = family.recovery_store
  value = first([
    for tier in ["critical", "high", "medium", "standard"] : tier
    if any([for known in tiers_of(self, policy) : known == tier])
  ])
}

function "tiers_of" {
  parameters = ["vault", "policy"]
  result = concat(
    [for key in policy.tier_tags : policy.tier_names[lower(given(tag_of(vault.tags, key), ""))]],
    flatten([for rule in vault.filled_by : [for store in rule.stores : store.explicit_tier]]),
  )
}
