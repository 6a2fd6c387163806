# What the region says of its type; null where nothing is said. Accounts start with all types of their time.
derive "opted_in" {
  on    = family.recoverable
  value = first([for setting in model.opt_in_setting : setting.types[opt_in_name(self)] if setting.region == self.region && setting.account == self.account])
}

function "starts_jobs" {
  parameters = ["selection", "store"]
  result     = given(tobool(store.opted_in), opted_in_at_first(store)) || !obeys_opt_in(selection, store)
}

# A type that came later waits for somebody to opt in.
function "opted_in_at_first" {
  parameters = ["store"]
  result     = opt_in_name(store) != "DSQL" || unresolved("nothing here says whether the region opted in to backups of ${store.address}")
}

# A pattern that names a type or one resource goes over the setting, but for types that share the form of their ARNs.
function "obeys_opt_in" {
  parameters = ["selection", "store"]
  result = (
    contains(["Aurora", "DocumentDB", "Neptune", "FSx"], opt_in_name(store))
    || !any([for pattern in selection.resources : (source_of(pattern) != null || !contains(["*", ""], given(arn_part(pattern, "resource"), "*"))) && names(pattern, store)])
  )
}

function "opt_in_name" {
  parameters = ["store"]
  result = store.store_type == "rds_cluster" && startswith(given(store.engine, ""), "aurora") ? "Aurora" : lookup({
    rds_instance                  = "RDS"
    rds_cluster                   = "RDS"
    dynamodb_table                = "DynamoDB"
    dynamodb_global_table         = "DynamoDB"
    ebs_volume                    = "EBS"
    ec2_instance                  = "EC2"
    efs_file_system               = "EFS"
    fsx_file_system               = "FSx"
    fsx_ontap_volume              = "FSx"
    s3_bucket                     = "S3"
    docdb_cluster                 = "DocumentDB"
    neptune_cluster               = "Neptune"
    redshift_cluster              = "Redshift"
    redshift_serverless_namespace = "Redshift Serverless"
    storage_gateway_volume        = "Storage Gateway"
    timestream_table              = "Timestream"
    dsql_cluster                  = "DSQL"
    eks_cluster                   = "EKS"
  }, store.store_type, null)
}
