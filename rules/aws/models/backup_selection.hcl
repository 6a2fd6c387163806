# What a plan backs up.
type "backup_selection" {
  attributes = {
    label         = string
    name          = string
    plan_id       = any
    policy        = any # of the organisation that makes it; null for selections of an account
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
    conditions = flatten([
      for operator, argument in { StringEquals = "string_equals", StringNotEquals = "string_not_equals", StringLike = "string_like", StringNotLike = "string_not_like" } : [
        for condition in flatten([for block in blocks(raw.condition) : blocks(block[argument])]) : { operator = operator, key = condition.key, value = condition.value }
      ]
    ])
    role           = raw.iam_role_arn
    takes_any_case = false
  }

  resource "AWS::Organizations::Policy" "aws_organizations_policy" {
    when           = given(raw.Type, raw.type) == "BACKUP_POLICY"
    each           = selections_of_policy(given(raw.Content, raw.content))
    label          = "selection \"${item.name}\" of plan \"${item.plan_name}\" of ${self.address}"
    name           = item.name
    plan_id        = "${self.address}#${item.position}"
    policy         = here.organization_backup_policy[0]
    region         = item.region
    account        = self.policy.plan_account
    resources      = item.resources
    not_resources  = item.not_resources
    tags           = item.tags
    conditions     = item.conditions
    role           = in_place(item.role, self.region, self.account)
    takes_any_case = true
  }
}

link "plan" {
  from    = backup_selection
  to      = backup_plan
  inverse = "selections"
  single  = true
  by      = from.plan_id
  keys    = [to.policy_key]
}

# A selection can only choose a store whose ARN or one of whose tags it mentions.
link "stores" {
  from       = backup_selection
  to         = family.data_store
  inverse    = "selected_by"
  when       = selects(from, to)
  match_from = selection_keys(from)
  match_to   = store_keys(to)
}

# Stores of a selection's choice that it then takes out again.
link "excluded_stores" {
  from       = backup_selection
  to         = family.data_store
  inverse    = "excluded_by"
  when       = excludes(from, to)
  match_from = selection_keys(from)
  match_to   = store_keys(to)
}

# Stores that it refers to, wherever they are and by whatever attribute.
link "referred_stores" {
  from       = backup_selection
  to         = family.data_store
  inverse    = "referred_by"
  when       = any([for pattern in from.resources : source_of(pattern) == subject_of(to)])
  match_from = [for pattern in from.resources : source_of(pattern).address if source_of(pattern) != null]
  match_to   = [to.address]
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

# Declared stores of the kinds that it asks for, whatever their names and tags. Buckets of backups and logs are beside the point.
derive "candidates" {
  on = backup_selection
  value = flatten([
    for service, stores in {
      dynamodb            = concat(model.dynamodb_table, model.dynamodb_global_table)
      ec2                 = concat(model.ebs_volume, model.ec2_instance)
      elasticfilesystem   = model.efs_file_system
      fsx                 = concat(model.fsx_file_system, model.fsx_ontap_volume)
      rds                 = concat(model.rds_instance, model.rds_cluster, model.docdb_cluster, model.neptune_cluster)
      redshift            = model.redshift_cluster
      redshift-serverless = model.redshift_serverless_namespace
      s3                  = [for bucket in model.s3_bucket : bucket if !bucket.holds_backups && !bucket.is_log_or_state]
      storagegateway      = model.storage_gateway_volume
      timestream          = model.timestream_table
    } : stores if length(self.tags) > 0 || any([for pattern in self.resources : given(arn_part(pattern, "service"), service) == service])
  ])
}

link "service_role" {
  from   = backup_selection
  to     = iam_role
  single = true
  by     = from.role
  keys   = [to.arn]
}

function "selection_keys" {
  parameters = ["selection"]
  result     = concat([for tag in selection.tags : "${tag_key(tag.key)}=${tag.value}"], flatten([for pattern in selection.resources : pattern_keys(pattern)]))
}

function "store_keys" {
  parameters = ["store"]
  result     = concat([for key, value in store.tags : "${key}=${value}"], [describe(subject_of(store))], arn_keys(store.arn))
}

# A reference is found by what it refers to, a whole ARN by what it names or may name, and a pattern by its service.
function "pattern_keys" {
  parameters = ["pattern"]
  result = (
    source_of(pattern) != null ? [describe(source_of(pattern))] :
    !is_known(arn_part(pattern, "service")) || !is_exact(arn_part(pattern, "service")) ? [unresolved("a pattern")] :
    !is_known(arn_part(pattern, "resource")) || !is_exact(arn_part(pattern, "resource")) ? [arn_part(pattern, "service")] :
    ["${arn_part(pattern, "service")} ${arn_part(pattern, "resource")}", "${arn_part(pattern, "service")} ?"]
  )
}

function "arn_keys" {
  parameters = ["arn"]
  result = (
    arn == null ? [unresolved("an ARN")] :
    is_known(arn_part(arn, "resource")) ? [arn_part(arn, "service"), "${arn_part(arn, "service")} ${arn_part(arn, "resource")}"] :
    [arn_part(arn, "service"), "${arn_part(arn, "service")} ?"]
  )
}
