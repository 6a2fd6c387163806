# How long something is kept, in days; infinity is for ever. Changes are judged by it.
type "retention" {
  attributes = { what = string, part = string, days = number }
  identity   = self.part

  # Rules of a plan are the same when their names are, and their copies when they go to the same vault.
  terraform "aws_backup_plan" {
    each = concat(
      [for rule in here.backup_rule : at(rule, { part = "rule \"${rule.name}\"", days = rule.retention_days })],
      [for copy in here.backup_copy : at(copy, { part = "copies in ${describe(copy.destination)}", days = copy.retention_days })],
    )
    what = item.part
    part = item.part
    days = item.days
  }
  terraform "aws_backup_vault_lock_configuration" "aws_backup_logically_air_gapped_vault" {
    what = "the minimum of the lock"
    days = given(raw.min_retention_days, 0)
  }
  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_docdbelastic_cluster" "aws_neptune_cluster" "aws_redshift_cluster" "aws_dynamodb_table" "aws_elasticache_replication_group" "aws_elasticache_serverless_cache" "aws_memorydb_cluster" "aws_fsx_windows_file_system" "aws_fsx_openzfs_file_system" "aws_fsx_lustre_file_system" {
    each = here.data_store
    what = item.native.mechanism
    part = "native"
    days = given(item.native.retention_days, 0)
  }
  terraform "aws_dlm_lifecycle_policy" {
    what = "snapshots"
    days = max(concat([0], [for schedule in here.snapshot_lifecycle[0].schedules : schedule.retention_days])...)
  }
  terraform "aws_db_instance_automated_backups_replication" {
    what = "backups in another region"
    days = here.backup_replication[0].retention_days
  }
  terraform "aws_redshift_snapshot_copy" {
    what = "snapshots in another region"
    days = here.warehouse_copy[0].retention_days
  }
  terraform "aws_s3_bucket_object_lock_configuration" {
    what = "locked versions"
    days = given(object_lock_of(blocks(raw.rule)[0]).days, 0)
  }
  terraform "aws_kinesis_stream" {
    what = "its records"
    days = given(raw.retention_period, 24) / 24
  }
  terraform "aws_timestreamwrite_table" {
    what = "its magnetic store"
    days = here.timestream_table[0].magnetic_days
  }
  terraform "aws_elasticache_cluster" {
    what = "automatic snapshots"
    days = given(raw.snapshot_retention_limit, 0)
  }
  terraform "aws_fsx_ontap_file_system" {
    what = "automatic backups"
    days = given(raw.automatic_backup_retention_days, 0)
  }
  terraform "aws_s3_bucket_lifecycle_configuration" {
    each = [for rule in blocks(raw.rule) : rule if rule.status == "Enabled"]
    what = "old versions under rule \"${item.id}\""
    part = item.id
    days = given(days_or_null(blocks(item.noncurrent_version_expiration)[0].noncurrent_days), infinity)
  }
  terraform "aws_cloudwatch_log_group" {
    what = "its events"
    days = given(days_or_null(raw.retention_in_days), infinity)
  }
  terraform "aws_rbin_rule" {
    what = "what was deleted"
    days = here.recycle_rule[0].retention_days
  }
}
