# Tiers are names with limits; the policy says which there are.

# Of tiers by their names, the one that tolerates the least loss; null without any.
function "strictest" {
  parameters = ["names", "policy"]
  result = first([
    for name in names : name
    if name != null && !any([for other in names : other != null && rpo_limit(other, policy) < rpo_limit(name, policy)])
  ])
}

function "rpo_limit" {
  parameters = ["tier", "policy"]
  result     = given(policy.tiers[tier].max_rpo_minutes, infinity)
}

# The strictest tier whose limit is kept by so many minutes; the laxest with a limit where that is too much for all.
function "tier_for_rpo" {
  parameters = ["minutes", "policy"]
  result = minutes == null ? null : given(
    first([for name, tier in policy.tiers : name if tier.max_rpo_minutes == least_limit([for other in policy.tiers : other.max_rpo_minutes], minutes)]),
    first([for name, tier in policy.tiers : name if tier.max_rpo_minutes == max([for other in policy.tiers : given(other.max_rpo_minutes, 0)]...)]),
  )
}

function "tier_for_rto" {
  parameters = ["minutes", "policy"]
  result = minutes == null ? null : given(
    first([for name, tier in policy.tiers : name if tier.max_rto_minutes == least_limit([for other in policy.tiers : other.max_rto_minutes], minutes)]),
    strictest([for name, tier in policy.tiers : name if tier.max_rto_minutes == null && tier.max_rpo_minutes != null], policy),
  )
}

function "least_limit" {
  parameters = ["limits", "minutes"]
  result     = min(concat([infinity], [for limit in limits : limit if limit != null && limit >= minutes])...)
}
