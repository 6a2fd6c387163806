# What a testing plan restores: resources of one type, by ARN or by tag.
type "restore_testing_selection" {
  attributes = {
    name             = string
    plan_name        = any
    region           = string
    account          = string
    tests_type       = string # as the service calls it: "RDS"
    resources        = any
    conditions       = list(object({ operator = string, key = string, value = string }))
    role             = string
    validation_hours = number
    overrides        = any
  }

  cloudformation "AWS::Backup::RestoreTestingSelection" {
    name       = raw.RestoreTestingSelectionName
    plan_name  = raw.RestoreTestingPlanName
    region     = region
    account    = account
    tests_type = raw.ProtectedResourceType
    resources  = given(raw.ProtectedResourceArns, [])
    conditions = concat(
      [for condition in raw.ProtectedResourceConditions.StringEquals : { operator = "StringEquals", key = condition.Key, value = condition.Value }],
      [for condition in raw.ProtectedResourceConditions.StringNotEquals : { operator = "StringNotEquals", key = condition.Key, value = condition.Value }],
    )
    role             = raw.IamRoleArn
    validation_hours = raw.ValidationWindowHours
    overrides        = given(raw.RestoreMetadataOverrides, {})
  }

  # Conditions alone stand for every resource of the type.
  terraform "aws_backup_restore_testing_selection" {
    name       = raw.name
    plan_name  = raw.restore_testing_plan_name
    region     = region
    account    = account
    tests_type = raw.protected_resource_type
    resources  = raw.protected_resource_arns == null && length(self.conditions) > 0 ? ["*"] : given(raw.protected_resource_arns, [])
    conditions = concat(
      [for condition in blocks(blocks(raw.protected_resource_conditions)[0].string_equals) : { operator = "StringEquals", key = condition.key, value = condition.value }],
      [for condition in blocks(blocks(raw.protected_resource_conditions)[0].string_not_equals) : { operator = "StringNotEquals", key = condition.key, value = condition.value }],
    )
    role             = raw.iam_role_arn
    validation_hours = raw.validation_window_hours
    overrides        = given(raw.restore_metadata_overrides, {})
  }
}

link "testing_plan" {
  from    = restore_testing_selection
  to      = restore_testing_plan
  inverse = "selections"
  single  = true
  by      = from.plan_name
  keys    = [to.name]
}

link "test_role" {
  from   = restore_testing_selection
  to     = iam_role
  single = true
  by     = from.role
  keys   = [to.arn]
}

link "tested_stores" {
  from       = restore_testing_selection
  to         = family.data_store
  inverse    = "tested_by"
  when       = tests(from, to)
  match_from = [from.tests_type]
  match_to   = [given(to.tested_as, "nothing")]
}

function "tests" {
  parameters = ["selection", "store"]
  result = (
    selection.tests_type == store.tested_as
    && any([for pattern in selection.resources : names(pattern, store)])
    && all([for condition in selection.conditions : condition_holds(condition, store.tags)])
    && selection.region == store.region
    && selection.account == store.account
  )
}

# What restore tests call its type; null where there are none.
derive "tested_as" {
  on = family.recoverable
  value = self.store_type == "rds_cluster" ? cluster_tested_as(self) : lookup({
    docdb_cluster         = "DocumentDB"
    dynamodb_global_table = "DynamoDB"
    dynamodb_table        = "DynamoDB"
    ebs_volume            = "EBS"
    ec2_instance          = "EC2"
    efs_file_system       = "EFS"
    fsx_file_system       = "FSx"
    fsx_ontap_volume      = "FSx"
    neptune_cluster       = "Neptune"
    rds_instance          = "RDS"
    s3_bucket             = "S3"
  }, self.store_type, null)
}

function "cluster_tested_as" {
  parameters = ["cluster"]
  result     = startswith(given(cluster.engine, ""), "aurora") ? "Aurora" : "RDS"
}
