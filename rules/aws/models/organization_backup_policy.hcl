# Plans that an organisation makes in its accounts, where the policy is attached to them or to what holds them.
type "organization_backup_policy" {
  attributes = {
    name       = string
    region     = string
    account    = string
    targets    = list(string) # accounts, organisational units, roots
    plan_names = list(string) # also of plans that it only changes
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Organizations::Policy" {
    when       = raw.Type == "BACKUP_POLICY"
    name       = raw.Name
    targets    = given(raw.TargetIds, [])
    plan_names = keys(own_entries(policy_content(raw.Content).plans))
  }

  terraform "aws_organizations_policy" {
    companion "attachments" {
      type     = "aws_organizations_policy_attachment"
      argument = "policy_id"
      keys     = []
    }

    when       = raw.type == "BACKUP_POLICY"
    name       = raw.name
    targets    = [for attachment in attachments : attachment.target_id]
    plan_names = keys(own_entries(policy_content(raw.content).plans))
  }
}

# Each of its plans in each of the plan's regions.
type "organization_plan" {
  resource "AWS::Organizations::Policy" "aws_organizations_policy" {
    when = given(raw.Type, raw.type) == "BACKUP_POLICY"
    each = plans_of_policy(given(raw.Content, raw.content))
  }
}

# The account that its plans run in, as far as it is one. Where everything here is in one account, no other is meant.
derive "plan_account" {
  on = organization_backup_policy
  value = (
    length(self.targets) == 1 && is_account_id(self.targets[0]) ? self.targets[0] :
    any([for target in self.targets : is_root(target)]) || all([for vault in model.recovery_store : vault.account == self.account]) ? self.account :
    unresolved("which accounts ${self.address} reaches is not in this configuration")
  )
}

function "is_account_id" {
  parameters = ["target"]
  result     = is_known(target) && length(regexall("^[0-9]{12}$", given(target, ""))) > 0
}

# Whatever holds an account may hold it; only the policy's own account is known to be in the organisation.
function "reaches" {
  parameters = ["policy", "store"]
  result = (
    length(policy.targets) == 0 ? unresolved("nothing here attaches ${policy.address} to an account") :
    any([
      for target in policy.targets :
      is_root(target) ? policy.account == store.account || unresolved("nothing here says whether the account of ${store.address} is in the organisation") :
      is_unit(target) ? unresolved("nothing here says whether the account of ${store.address} is in ${describe(given(source_of(target), target))}") :
      target == store.account
    ])
  )
}

function "is_root" {
  parameters = ["target"]
  result     = is_known(target) ? startswith(given(target, ""), "r-") : strcontains(source_type(target), "organizations_organization.")
}

function "is_unit" {
  parameters = ["target"]
  result     = is_known(target) ? startswith(given(target, ""), "ou-") : strcontains(source_type(target), "organizational_unit")
}

function "source_type" {
  parameters = ["value"]
  result     = source_of(value) == null ? "" : "${describe(source_of(value))}."
}

# A policy may be written as JSON or as what JSON stands for.
function "policy_content" {
  parameters = ["content"]
  result     = is_object(content) ? content : jsondecode(content)
}

# Keys with two at-signs tell what policies below may do.
function "own_entries" {
  parameters = ["entries"]
  result     = { for name, entry in entries : name => entry if !startswith(name, "@@") }
}

# A value stands below the operator that gives it; one that only takes away leaves what is inherited.
function "assigned" {
  parameters = ["setting"]
  result = !is_object(setting) ? setting : given(
    setting["@@assign"],
    setting["@@append"],
    setting["@@remove"] == null ? null : unresolved("what policies above say is not in this configuration"),
  )
}

# A plan without rules, selections or regions changes one of a policy above and is none by itself.
function "plans_of_policy" {
  parameters = ["content"]
  result = flatten([
    for name, plan in own_entries(policy_content(content).plans) : [
      for region in regions_of_plan(blocks(assigned(plan.regions))) : at(plan, { name = name, region = region, content = plan })
    ] if plan.rules != null && plan.selections != null && plan.regions != null
  ])
}

# One plan, somewhere, when nobody knows where.
function "regions_of_plan" {
  parameters = ["regions"]
  result     = is_known(length(regions)) ? distinct(regions) : [regions]
}

function "rules_of_policy" {
  parameters = ["content"]
  result = flatten([
    for position, plan in plans_of_policy(content) : [
      for name, rule in own_entries(plan.content.rules) : at(rule, {
        position          = position
        plan_name         = plan.name
        region            = plan.region
        name              = name
        vault_name        = assigned(rule.target_backup_vault_name)
        schedule          = assigned(rule.schedule_expression)
        start_window      = assigned(rule.start_backup_window_minutes)
        completion_window = assigned(rule.complete_backup_window_minutes)
        is_continuous     = assigned(rule.enable_continuous_backup)
        lifecycle         = lifecycle_of_policy(rule.lifecycle)
        air_gapped_arn    = assigned(rule.target_logically_air_gapped_backup_vault_arn)
        tags              = tags_of_policy(rule.recovery_point_tags)
        index_types       = rule.index_actions == null ? null : at(rule.index_actions, [blocks(assigned(rule.index_actions.resource_types))])
        scans             = length(keys(own_entries(given(rule.scan_actions, {}))))
        copies            = rule.copy_actions
      })
    ]
  ])
}

function "copies_of_policy" {
  parameters = ["content"]
  result = flatten([
    for index, rule in rules_of_policy(content) : [
      for key, copy in own_entries(rule.copies) : at(copy, {
        index       = index
        rule        = rule
        destination = given(assigned(copy.target_backup_vault_arn), at(copy, key))
        lifecycle   = lifecycle_of_policy(copy.lifecycle)
      })
    ]
  ])
}

function "lifecycle_of_policy" {
  parameters = ["lifecycle"]
  result = lifecycle == null ? null : at(lifecycle, {
    delete_after = unless_for_ever(assigned(lifecycle.delete_after_days))
    cold_after   = assigned(lifecycle.move_to_cold_storage_after_days)
    archives     = given(assigned(lifecycle.opt_in_to_archive_for_supported_resources), false)
  })
}

function "tags_of_policy" {
  parameters = ["tags"]
  result     = { for tag in values(own_entries(given(tags, {}))) : assigned(tag.tag_key) => assigned(tag.tag_value) }
}

# Either by tag or by type of resource.
function "selections_of_policy" {
  parameters = ["content"]
  result = flatten([
    for position, plan in plans_of_policy(content) : concat(
      [
        for name, selection in own_entries(plan.content.selections.tags) : at(selection, {
          position      = position
          plan_name     = plan.name
          region        = plan.region
          name          = name
          resources     = []
          not_resources = []
          tags          = [for value in blocks(assigned(selection.tag_value)) : { key = assigned(selection.tag_key), value = value, operator = "STRINGEQUALS" }]
          conditions    = conditions_of_policy(selection.conditions)
          role          = assigned(selection.iam_role_arn)
        })
      ],
      [
        for name, selection in own_entries(plan.content.selections.resources) : at(selection, {
          position      = position
          plan_name     = plan.name
          region        = plan.region
          name          = name
          resources     = blocks(assigned(selection.resource_types))
          not_resources = blocks(assigned(selection.not_resource_types))
          tags          = []
          conditions    = conditions_of_policy(selection.conditions)
          role          = assigned(selection.iam_role_arn)
        })
      ],
    )
  ])
}

function "conditions_of_policy" {
  parameters = ["conditions"]
  result = flatten([
    for name, operator in { string_equals = "StringEquals", string_not_equals = "StringNotEquals", string_like = "StringLike", string_not_like = "StringNotLike" } : [
      for condition in values(own_entries(given(conditions[name], {}))) : { operator = operator, key = assigned(condition.condition_key), value = assigned(condition.condition_value) }
    ]
  ])
}

# Policies write `$region` and `$account` for those of each plan.
function "in_place" {
  parameters = ["arn", "region", "account"]
  result = arn == null ? null : at(arn, join(":", [
    for part in split(":", arn) : part == "$region" ? region : part == "$account" ? account : part
  ]))
}
