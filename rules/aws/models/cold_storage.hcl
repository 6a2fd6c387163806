# Does what an ARN, or a pattern of one, names move to cold storage when a rule says so? Elsewhere the service ignores it.
function "keeps_cold" {
  parameters = ["arn"]
  result = (
    contains(["elasticfilesystem", "timestream", "backup-gateway", "cloudformation"], arn_part(arn, "service")) ? true :
    contains(["s3", "rds", "fsx", "redshift", "redshift-serverless", "storagegateway"], arn_part(arn, "service")) ? false :
    is_volume(arn) ? true :
    arn_part(arn, "service") == "ec2" && startswith(arn_part(arn, "resource"), "instance/") ? false :
    arn_part(arn, "service") == "dynamodb" ? unresolved("tables move to cold storage only where the account uses advanced features") :
    unresolved("it is not known here whether ${describe(arn)} moves to cold storage")
  )
}

function "is_volume" {
  parameters = ["arn"]
  result     = arn_part(arn, "service") == "ec2" && startswith(arn_part(arn, "resource"), "volume/")
}

# All that the selections of its plan name or are seen to choose.
derive "selected" {
  on = backup_rule
  value = concat(
    [for arn in flatten([for selection in self.plan.selections : selection.resources]) : { arn = arn, label = describe(arn) }],
    [for store in self.stores : { arn = store.arn, label = store.label }],
  )
}
