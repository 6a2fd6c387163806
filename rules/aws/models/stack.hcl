# A stack that another one deploys, or one in many accounts and regions, and what becomes of its resources.
type "stack" {
  attributes = { kind = string, is_kept = bool, regions = any, accounts = any }

  cloudformation "AWS::CloudFormation::Stack" {
    kind    = "nested stack"
    is_kept = contains(["Retain", "RetainExceptOnCreate"], given(meta.DeletionPolicy, "Delete"))
  }
  cloudformation "AWS::CloudFormation::StackSet" {
    kind     = "stack set"
    is_kept  = given(raw.AutoDeployment.RetainStacksOnAccountRemoval, false)
    regions  = distinct(flatten([for group in given(raw.StackInstancesGroup, []) : given(group.Regions, [])]))
    accounts = distinct(flatten([for group in given(raw.StackInstancesGroup, []) : given(group.DeploymentTargets.Accounts, [])]))
  }

  terraform "aws_cloudformation_stack_set_instance" {
    kind     = "stack set"
    is_kept  = given(raw.retain_stack, false)
    regions  = [given(raw.stack_set_instance_region, raw.region)] # provider 6 calls it so
    accounts = given(blocks(raw.deployment_targets)[0].accounts, raw.account_id == null ? [] : [raw.account_id])
  }
}

# What would be lost with it, at whatever depth.
link "stateful_parts" {
  from       = stack
  to         = stateful_declaration
  inverse    = "stacks"
  when       = startswith(to.address, "${from.address}/")
  match_from = [from.address]
  match_to   = stacks_in(split("/", to.address))
}

function "stacks_in" {
  parameters = ["path"]
  result     = [for depth in range(1, length(path)) : join("/", slice(path, 0, depth))]
}
