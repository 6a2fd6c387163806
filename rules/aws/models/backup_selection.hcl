# What a plan backs up.
type "backup_selection" {
  attributes = {
    name          = string
    plan_id       = any
    region        = string
    account       = string
    resources     = any
    not_resources = any
    tags          = list(object({ key = string, value = string, operator = string }))
    conditions    = list(object({ operator = string, key = string, value = string }))
    role          = string
    # The service takes other letter cases of operators than its documents name.
    takes_any_case = bool
  }

  cloudformation "AWS::Backup::BackupSelection" {
    name          = raw.BackupSelection.SelectionName
    plan_id       = raw.BackupPlanId
    region        = region
    account       = account
    resources     = given(raw.BackupSelection.Resources, [])
    not_resources = given(raw.BackupSelection.NotResources, [])
    tags          = [for tag in raw.BackupSelection.ListOfTags : { key = tag.ConditionKey, value = tag.ConditionValue, operator = tag.ConditionType }]
    conditions = flatten([
      for operator in ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"] : [
        for condition in raw.BackupSelection.Conditions[operator] : { operator = operator, key = condition.ConditionKey, value = condition.ConditionValue }
      ]
    ])
    role           = raw.BackupSelection.IamRoleArn
    takes_any_case = true
  }

  terraform "aws_backup_selection" {
    name          = raw.name
    plan_id       = raw.plan_id
    region        = region
    account       = account
    resources     = given(raw.resources, [])
    not_resources = given(raw.not_resources, [])
    tags          = [for tag in blocks(raw.selection_tag) : { key = tag.key, value = tag.value, operator = tag.type }]
    conditions = concat(
      [for condition in blocks(blocks(raw.condition)[0].string_equals) : { operator = "StringEquals", key = condition.key, value = condition.value }],
      [for condition in blocks(blocks(raw.condition)[0].string_not_equals) : { operator = "StringNotEquals", key = condition.key, value = condition.value }],
      [for condition in blocks(blocks(raw.condition)[0].string_like) : { operator = "StringLike", key = condition.key, value = condition.value }],
      [for condition in blocks(blocks(raw.condition)[0].string_not_like) : { operator = "StringNotLike", key = condition.key, value = condition.value }],
    )
    role           = raw.iam_role_arn
    takes_any_case = false
  }
}

link "plan" {
  from    = backup_selection
  to      = backup_plan
  inverse = "selections"
  single  = true
  by      = from.plan_id
  keys    = []
}

# A selection can only choose a store whose ARN or one of whose tags it mentions. Patterns are open keys: they are tried on all.
link "stores" {
  from       = backup_selection
  to         = family.data_store
  inverse    = "selected_by"
  when       = selects(from, to)
  match_from = concat([for tag in from.tags : "${tag.key}=${tag.value}"], [for pattern in from.resources : selection_key(pattern)])
  match_to   = concat([for key, value in to.tags : "${key}=${value}"], [to.address])
}

# Stores of a selection's choice that it then takes out again.
link "excluded_stores" {
  from       = backup_selection
  to         = family.data_store
  inverse    = "excluded_by"
  when       = excludes(from, to)
  match_from = concat([for tag in from.tags : "${tag.key}=${tag.value}"], [for pattern in from.resources : selection_key(pattern)])
  match_to   = concat([for key, value in to.tags : "${key}=${value}"], [to.address])
}

# Stores with a tag that differs from the one asked for in nothing but letter case.
link "near_misses" {
  from       = backup_selection
  to         = family.data_store
  inverse    = "nearly_selected_by"
  when       = is_in_reach(from, to) && any([for tag in from.tags : has_tag_in_other_letters(to, tag)])
  match_from = [for tag in from.tags : lower("${tag.key}=${tag.value}")]
  match_to   = [for key, value in to.tags : lower("${key}=${value}")]
}

function "has_tag_in_other_letters" {
  parameters = ["store", "wanted"]
  result = store.tags[wanted.key] != wanted.value && any([
    for key, value in store.tags : same_ignoring_case(key, wanted.key) && same_ignoring_case(value, wanted.value)
  ])
}

link "service_role" {
  from   = backup_selection
  to     = iam_role
  single = true
  by     = from.role
  keys   = [to.arn]
}

# A reference is found by the address of what it refers to; anything else may match anything.
function "selection_key" {
  parameters = ["pattern"]
  result     = source_of(pattern) == null ? unresolved("a pattern") : source_of(pattern).address
}
