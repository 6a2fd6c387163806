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

# Does a pattern of a backup selection name this resource? A reference is an exact match without needing the text.
function "names" {
  parameters = ["pattern", "resource"]
  result     = source_of(pattern) == null ? glob_fields(pattern, resource.arn, ":") : source_of(pattern) == subject_of(resource)
}

# `aws:ResourceTag/<key>` is the form that conditions take.
function "tag_key" {
  parameters = ["condition_key"]
  result     = trimprefix(condition_key, "aws:ResourceTag/")
}

function "condition_holds" {
  parameters = ["condition", "tags"]
  result = (
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
    (any([for pattern in selection.resources : names(pattern, store)]) || any([for tag in selection.tags : store.tags[tag.key] == tag.value]))
    && all([for condition in selection.conditions : condition_holds(condition, store.tags)])
    && !any([for pattern in selection.not_resources : names(pattern, store)])
    && selection.region == store.region
    && selection.account == store.account
  )
}
