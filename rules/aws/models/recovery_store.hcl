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
  result     = denies(statement, action) && any([for resource in statement.resources : covers_recovery_points(resource)])
}

# Recovery points of types that the backup service does not manage fully are snapshots and images, with other ARNs.
function "covers_recovery_points" {
  parameters = ["resource"]
  result = resource == "*" || (
    arn_part(resource, "resource") == "recovery-point:*" && unresolved("only recovery points of some types have ARNs as in ${describe(resource)}")
  )
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

# The strictest tier among its own tag and everything whose recovery points arrive here, first or as copies. Where nobody
# says, the one that is assumed.
derive "tier" {
  on    = family.recovery_store
  value = given(strictest(tiers_of(self, policy), policy), policy.default_tier)
}

function "tiers_of" {
  parameters = ["vault", "policy"]
  result = concat(
    [for key in policy.tier_tags : policy.tier_names[lower(given(tag_of(vault.tags, key), ""))]],
    [for store in stores_kept(vault) : store.explicit_tier],
  )
}

# Everything whose recovery points arrive here, first or as copies.
function "stores_kept" {
  parameters = ["vault"]
  result = flatten(concat(
    [for rule in concat(vault.filled_by, vault.isolates) : rule.stores],
    [for copy in vault.copied_from : copy.rule.stores],
  ))
}
