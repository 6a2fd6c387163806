# Where a resource is deployed to. Rules compare these; nobody else knows how a provider is configured.

dialect "cloudformation" {
  region    = meta.environment.region
  account   = meta.environment.account
  partition = meta.environment.partition

  # What the author calls a resource of a template that a program wrote.
  construct = meta.Metadata["aws:cdk:path"]

  # An assembly says which template goes where; a stack may leave that to whoever deploys it.
  assembly "manifest.json" {
    stacks = {
      for id, artifact in assembly.artifacts : artifact.properties.templateFile => {
        account = known_place(split("/", artifact.environment)[2])
        region  = known_place(split("/", artifact.environment)[3])
      } if artifact.type == "aws:cloudformation:stack" && artifact.environment != null
    }
  }

  # Resources that deploy another template. A path beside the template is read; what lies in a bucket is not, unless
  # the assembly kept it beside the template as well.
  nesting "AWS::CloudFormation::Stack" {
    template   = given(meta.Metadata["aws:asset:path"], raw.TemplateURL)
    body       = raw.TemplateBody
    parameters = raw.Parameters
  }
  # Its stacks are elsewhere, each with parameters of its own where a group of them says so.
  nesting "AWS::CloudFormation::StackSet" {
    template = given(meta.Metadata["aws:asset:path"], raw.TemplateURL)
    body     = raw.TemplateBody
    parameters = merge(
      { for parameter in raw.Parameters : parameter.ParameterKey => parameter.ParameterValue },
      { for parameter in flatten([for group in raw.StackInstancesGroup : given(group.ParameterOverrides, [])]) : parameter.ParameterKey => unresolved("parameter ${parameter.ParameterKey} differs between the stacks of the set") },
    )
    place = {
      account = sole([for group in raw.StackInstancesGroup : given(group.DeploymentTargets.Accounts, [null])])
      region  = sole([for group in raw.StackInstancesGroup : given(group.Regions, [null])])
    }
  }
  nesting "AWS::Serverless::Application" {
    template   = raw.Location
    parameters = raw.Parameters
  }
}

# The one of which all lists speak; null where they speak of several or of none.
function "sole" {
  parameters = ["lists"]
  result     = length(distinct(flatten(lists))) == 1 ? distinct(flatten(lists))[0] : null
}

function "known_place" {
  parameters = ["name"]
  result     = startswith(name, "unknown-") ? null : name
}

# The region argument of a resource exists since provider 6; the last role that is assumed or the only account that is
# allowed names the account; credentials of a provider's own belong to an account that only they know; otherwise it is
# whoever runs Terraform.
dialect "terraform" {
  region    = region_of(raw, meta)
  account   = is_known(meta.provider) ? account_of(meta.provider, meta.environment) : given(own_place(raw, "account"), meta.environment.account)
  partition = given(partition_of(region_of(raw, meta)), meta.environment.partition)
}

function "region_of" {
  parameters = ["raw", "meta"]
  result     = given(raw.region, is_known(meta.provider) ? meta.provider.region : own_place(raw, "region"), meta.environment.region)
}

# Of something without a declaration, which a plan destroys, the state knows the ARN.
function "own_place" {
  parameters = ["raw", "part"]
  result     = first([for place in [arn_part(raw.backup_vault_arn, part), arn_part(raw.arn, part)] : place if !is_blank(place)])
}

function "account_of" {
  parameters = ["provider", "environment"]
  result = given(
    arn_part(reverse(blocks(provider.assume_role))[0].role_arn, "account"),
    arn_part(blocks(provider.assume_role_with_web_identity)[0].role_arn, "account"),
    sole([given(provider.allowed_account_ids, [])]),
    (has_credentials(provider)
      ? fact_of(provider, "account", "the account of the role or key that the provider uses is not given")
      : provider.profile != null
      ? fact_of(environment, "account of ${describe(provider.profile)}", "the account of the profile ${describe(provider.profile)} is not given")
      : environment.account
    ),
  )
}

function "has_credentials" {
  parameters = ["provider"]
  result     = blocks(provider.assume_role)[0] != null || blocks(provider.assume_role_with_web_identity)[0] != null || provider.access_key != null
}

# Null where the name of the region does not tell.
function "partition_of" {
  parameters = ["region"]
  result = !is_known(region) ? null : first([
    for partition, pattern in { aws = "^(af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-[0-9]+$", aws-cn = "^cn-", aws-us-gov = "^us-gov-", aws-eusc = "^eusc-" } :
    partition if length(regexall(pattern, given(region, ""))) > 0
  ])
}
