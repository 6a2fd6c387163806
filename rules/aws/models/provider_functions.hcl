# Functions that the AWS provider brings to configurations. What is known of a partly known ARN is kept.

function "provider::aws::arn_build" {
  parameters = ["partition", "service", "region", "account_id", "resource"]
  result     = "arn:${partition}:${service}:${region}:${account_id}:${resource}"
}

function "provider::aws::arn_parse" {
  parameters = ["arn"]
  result = is_known(arn) ? regex("^arn:(?P<partition>[^:]*):(?P<service>[^:]*):(?P<region>[^:]*):(?P<account_id>[^:]*):(?P<resource>.*)$", arn) : {
    account_id = arn_part(arn, "account")
    partition  = arn_part(arn, "partition")
    region     = arn_part(arn, "region")
    resource   = arn_part(arn, "resource")
    service    = arn_part(arn, "service")
  }
}

function "provider::aws::trim_iam_role_path" {
  parameters = ["arn"]
  result     = join("", regex("^(arn:[^:]*:iam:[^:]*:[^:]*:role/)(?:.*/)?([^/]*)$", arn))
}
