# Tags as a map, from the list of pairs that most CloudFormation types take.
function "tags_of_pairs" {
  parameters = ["pairs"]
  result     = { for pair in pairs : pair.Key => pair.Value }
}

# Tags that a provider adds to everything, overridden by the resource's own.
function "tags_of_terraform" {
  parameters = ["tags", "provider"]
  result     = merge(given(provider.default_tags[0].tags, {}), given(tags, {}))
}

# Does a pattern of a backup selection name this resource? A reference is an exact match without needing the text, as long
# as it is one to the ARN: a name or an id chooses nothing.
function "names" {
  parameters = ["pattern", "resource"]
  result     = source_of(pattern) == null ? matches_arn(pattern, resource.arn) : source_of(pattern) == subject_of(resource) && pattern == resource.arn
}

# Part by part, so that an unknown id leaves nothing else open. Nothing in another partition can be named at all, and what
# a short pattern leaves out may be anything.
function "matches_arn" {
  parameters = ["pattern", "arn"]
  result = pattern == "*" || (
    startswith(pattern, "arn:")
    && matches_part(pattern, arn, "service")
    && matches_part(pattern, arn, "resource")
    && matches_part(pattern, arn, "region")
    && matches_part(pattern, arn, "account")
  )
}

function "matches_part" {
  parameters = ["pattern", "arn", "part"]
  result = (
    is_known(arn_part(pattern, part)) && is_exact(arn_part(pattern, part))
    ? arn_part(pattern, part) == arn_part(arn, part)
    : arn_part(pattern, part) == arn_part(arn, part) || glob(given(arn_part(pattern, part), "*"), arn_part(arn, part))
  )
}

# `aws:ResourceTag/<key>` is the form that conditions take.
function "is_condition_key" {
  parameters = ["key"]
  result     = startswith(lower(key), "aws:resourcetag/")
}

function "tag_key" {
  parameters = ["condition_key"]
  result     = is_condition_key(condition_key) ? substr(condition_key, length("aws:ResourceTag/"), -1) : condition_key
}

# A bare key is the name of nothing there, so nothing has the value that is asked for.
function "condition_holds" {
  parameters = ["condition", "tags"]
  result = (
    !is_condition_key(condition.key) ? startswith(condition.operator, "StringNot") && unresolved("`${condition.key}` is no key of a condition, and nothing documents whether its absence counts as another value") :
    condition.operator == "StringEquals" ? tags[tag_key(condition.key)] == condition.value :
    condition.operator == "StringNotEquals" ? tags[tag_key(condition.key)] != condition.value :
    condition.operator == "StringLike" ? (tags[tag_key(condition.key)] != null && glob(condition.value, given(tags[tag_key(condition.key)], ""))) :
    !(tags[tag_key(condition.key)] != null && glob(condition.value, given(tags[tag_key(condition.key)], "")))
  )
}

# (Resources OR ListOfTags) AND Conditions AND NOT NotResources, in the selection's own region and account.
function "selects" {
  parameters = ["selection", "store"]
  result = (
    chooses(selection, store)
    && all([for condition in selection.conditions : condition_holds(condition, store.tags)])
    && !any([for pattern in selection.not_resources : names(pattern, store)])
    && is_in_reach(selection, store)
  )
}

function "chooses" {
  parameters = ["selection", "store"]
  result     = any([for pattern in selection.resources : names(pattern, store)]) || any([for tag in selection.tags : chooses_by(tag, store)])
}

# Lists of tags are documented with bare keys; some examples have them in the form of conditions.
function "chooses_by" {
  parameters = ["tag", "store"]
  result     = store.tags[tag_key(tag.key)] == tag.value && (!is_condition_key(tag.key) || unresolved("nothing documents `${tag.key}` in a list of tags"))
}

function "is_in_reach" {
  parameters = ["selection", "store"]
  result = (
    selection.region == store.region
    && (selection.policy == null ? selection.account == store.account : reaches(selection.policy, store) && !is_merged(selection))
    && store.only_native != true
  )
}

function "is_merged" {
  parameters = ["selection"]
  result     = selection.plan.is_merged && unresolved("${selection.label} belongs to a plan that several policies make together")
}

# Chosen, and taken out by an exclusion or by a condition on what a tag must not be.
function "excludes" {
  parameters = ["selection", "store"]
  result = (
    chooses(selection, store)
    && all([for condition in selection.conditions : startswith(condition.operator, "StringNot") || condition_holds(condition, store.tags)])
    && (
      any([for pattern in selection.not_resources : names(pattern, store)])
      || any([for condition in selection.conditions : startswith(condition.operator, "StringNot") && !condition_holds(condition, store.tags)])
    )
    && is_in_reach(selection, store)
  )
}

# An empty text stands for nothing in many modules and templates; what a resource computes is something.
function "is_blank" {
  parameters = ["value"]
  result     = is_known(value) ? value == null || value == "" : source_of(value) == null && value == null
}

# A name, or the one that the service makes up: two mentions of it are equal.
function "chosen_name" {
  parameters = ["object"]
  result     = chosen_name_from(object, null)
}

# The same as far as it is written.
function "chosen_name_from" {
  parameters = ["object", "prefix"]
  result     = given(object.name, "${given(prefix, "")}${fact_of(object, "name", "the name of ${object.address} is chosen at deployment")}")
}

# Two mentions of it are equal.
function "chosen_id" {
  parameters = ["object"]
  result     = fact_of(object, "id", "the id of ${object.address} is chosen at deployment")
}

# What a service keeps by itself; null when it is told to keep nothing.
function "automatic_backups" {
  parameters = ["mechanism", "rpo_minutes", "retention_days"]
  result     = retention_days > 0 ? { mechanism = mechanism, rpo_minutes = rpo_minutes, retention_days = retention_days } : null
}

# A restored store keeps what it was restored from said, until its own declaration says something.
function "days_kept" {
  parameters = ["days", "is_restored", "default"]
  result     = given(days, is_restored ? unresolved("it is restored, and keeps the retention of its source") : default)
}

# A name of something that is in no configuration is taken on trust, unless the policy is strict: then a literal needs its
# declaration.
function "is_accounted_for" {
  parameters = ["object", "name", "policy"]
  result     = !policy.strict || object != null || !is_known(name) || is_looked_up(name)
}

# Something that exists elsewhere and of which nothing more is known: whoever looks it up proves that it is there.
function "is_some_lookup" {
  parameters = ["value"]
  result     = is_looked_up(value) && !is_known(startswith(value, "arn:"))
}
