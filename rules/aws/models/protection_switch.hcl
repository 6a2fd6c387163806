# What can be switched on to keep data or to tell of losing it, where a plan says what becomes of it. A change is judged by
# what it switches off; what it takes away altogether is off where the owner remains.
type "protection_switch" {
  attributes = { what = string, is_on = bool, store = any }
  identity   = self.what

  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" "aws_rds_global_cluster" "aws_docdb_global_cluster" "aws_neptune_global_cluster" "aws_dsql_cluster" "aws_eks_cluster" "aws_qldb_ledger" "aws_neptunegraph_graph" "aws_cognito_user_pool" "aws_dynamodb_table" "aws_dynamodb_table_replica" "aws_keyspaces_table" "aws_s3_bucket" "aws_efs_file_system" "aws_backup_vault" "aws_backup_logically_air_gapped_vault" "aws_kms_key" "aws_cloudwatch_event_rule" "aws_cloudwatch_metric_alarm" "aws_cloudwatch_log_group" "aws_dlm_lifecycle_policy" "aws_cloudtrail" "aws_cloudtrail_event_data_store" "aws_config_configuration_recorder" {
    when  = meta.change != null
    each  = switches_of(here)
    what  = item
    is_on = switch_states(here)[item]
    store = here.data_store[0]
  }
}

# By what their owner is, without asking anything of it.
function "switches_of" {
  parameters = ["here"]
  result = distinct(flatten([
    for owner, names in {
      deletion_guard         = ["deletion protection"]
      dynamodb_table         = ["point-in-time recovery"]
      keyspaces_table        = ["point-in-time recovery"]
      table_replica          = ["point-in-time recovery"]
      s3_bucket              = ["versioning", "MFA delete", "object lock", "replication"]
      efs_file_system        = ["automatic backups", "overwrite protection", "replication"]
      recovery_store         = ["notifications", "access policy"]
      kms_key                = ["rotation", "the key"]
      alert_rule             = ["the rule"]
      alert_alarm            = ["the alarm"]
      snapshot_lifecycle     = ["the policy"]
      audit_trail            = ["the trail", "log validation"]
      configuration_recorder = ["the recorder"]
    } : names if length(given(here[owner], [])) > 0
  ]))
}

function "switch_states" {
  parameters = ["here"]
  result = {
    "deletion protection"    = here.deletion_guard[0].is_on
    "point-in-time recovery" = given(here.dynamodb_table[0].point_in_time_recovery, here.keyspaces_table[0].point_in_time_recovery, here.table_replica[0].point_in_time_recovery)
    versioning               = here.s3_bucket[0].versioning == "Enabled"
    "MFA delete"             = here.s3_bucket[0].mfa_delete
    "object lock"            = here.s3_bucket[0].object_lock.mode != null
    "automatic backups"      = here.efs_file_system[0].backup_policy == "ENABLED"
    "overwrite protection"   = here.efs_file_system[0].overwrite_protected
    replication              = length(given(here.efs_file_system[0].replications, [])) > 0 || any([for rule in here.s3_bucket[0].replications : rule.is_enabled])
    notifications            = length(given(here.recovery_store[0].events, [])) > 0
    "access policy"          = here.recovery_store[0].policy != null
    rotation                 = here.kms_key[0].rotates
    "the key"                = here.kms_key[0].is_enabled
    "the rule"               = here.alert_rule[0].is_enabled && length(here.alert_rule[0].targets) > 0
    "the alarm"              = here.alert_alarm[0].actions > 0
    "the policy"             = here.snapshot_lifecycle[0].is_enabled
    "the trail"              = here.audit_trail[0].is_logging
    "log validation"         = here.audit_trail[0].is_validated
    "the recorder"           = here.configuration_recorder[0].is_recording
  }
}
