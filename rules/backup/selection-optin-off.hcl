rule "selection-optin-off" {
  title    = "Region does not back up the type that a tag selects"
  theme    = "selection"
  on       = family.data_store
  when     = length(self.selected_by) > 0 && opt_in_name(self) != null && all([for selection in self.selected_by : obeys_opt_in(selection, self)])
  require  = tobool(given(opt_in(self, model.opt_in_setting), unresolved("nothing here says whether the region backs up ${describe(opt_in_name(self))}")))
  at       = is_set(opt_in(self, model.opt_in_setting)) ? opt_in(self, model.opt_in_setting) : self
  see      = { "this selection chooses it" = self.selected_by, "this is never backed up" = self }
  message  = "the region of ${self.label} is set not to back up ${opt_in_name(self)}, and only tags or patterns select it: no job is ever started"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-08", "S1-20", "S2-43"]
  why      = "Selections by tag, or for a whole service, only reach the types that a region is opted in to. The plan looks complete, and nothing says otherwise."
  fix      = "Set the type to `true` in `resource_type_opt_in_preference`, or name the resource by its ARN."

  presume {
    condition = length(model.opt_in_setting) > 0
    otherwise = "no settings of a region are in this configuration, so nobody can tell here which types it backs up"
  }
}

function "opt_in" {
  parameters = ["store", "settings"]
  result     = first([for setting in settings : setting.types[opt_in_name(store)] if setting.region == store.region && setting.account == store.account])
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
  result = store.type_name == "rds_cluster" && startswith(given(store.engine, ""), "aurora") ? "Aurora" : lookup({
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
  }, store.type_name, null)
}
