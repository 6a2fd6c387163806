# How long something is kept before and after a change, as a plan tells. In days; infinity is for ever.
type "retention_change" {
  attributes = { what = string, before = number, after = number, written = any }

  # Rules of a plan are the same when their names are.
  terraform "aws_backup_plan" {
    each = flatten([
      for old in blocks(meta.change.before.rule) : [
        for new in blocks(meta.change.after.rule) : at(new, { name = new.rule_name, old = blocks(old.lifecycle)[0].delete_after, new = blocks(new.lifecycle)[0].delete_after })
        if new.rule_name == old.rule_name
      ]
    ])
    what   = "rule \"${item.name}\""
    before = days_or_for_ever(item.old)
    after  = days_or_for_ever(item.new)
  }
  terraform "aws_backup_vault_lock_configuration" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "the minimum of the lock"
    before  = given(meta.change.before.min_retention_days, 0)
    after   = given(meta.change.after.min_retention_days, 0)
    written = raw.min_retention_days
  }
  terraform "aws_db_instance" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "automated backups"
    before  = given(meta.change.before.backup_retention_period, 0)
    after   = given(meta.change.after.backup_retention_period, self.before)
    written = raw.backup_retention_period
  }
  terraform "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "automated backups"
    before  = given(meta.change.before.backup_retention_period, 1)
    after   = given(meta.change.after.backup_retention_period, self.before)
    written = raw.backup_retention_period
  }
  terraform "aws_elasticache_replication_group" "aws_elasticache_cluster" "aws_elasticache_serverless_cache" "aws_memorydb_cluster" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "automatic snapshots"
    before  = given(meta.change.before.snapshot_retention_limit, 0)
    after   = given(meta.change.after.snapshot_retention_limit, self.before)
    written = raw.snapshot_retention_limit
  }
  terraform "aws_fsx_windows_file_system" "aws_fsx_openzfs_file_system" "aws_fsx_lustre_file_system" "aws_fsx_ontap_file_system" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "automatic backups"
    before  = given(meta.change.before.automatic_backup_retention_days, 0)
    after   = given(meta.change.after.automatic_backup_retention_days, self.before)
    written = raw.automatic_backup_retention_days
  }
  terraform "aws_cloudwatch_log_group" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "its events"
    before  = days_or_for_ever(meta.change.before.retention_in_days)
    after   = days_or_for_ever(meta.change.after.retention_in_days)
    written = raw.retention_in_days
  }
  terraform "aws_rbin_rule" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "what was deleted"
    before  = blocks(meta.change.before.retention_period)[0].retention_period_value
    after   = blocks(meta.change.after.retention_period)[0].retention_period_value
    written = raw.retention_period
  }
  terraform "aws_redshift_cluster" {
    when    = meta.change.before != null && meta.change.after != null
    what    = "automated snapshots"
    before  = given(meta.change.before.automated_snapshot_retention_period, 1)
    after   = given(meta.change.after.automated_snapshot_retention_period, self.before)
    written = raw.automated_snapshot_retention_period
  }
  terraform "aws_s3_bucket_lifecycle_configuration" {
    each = flatten([
      for old in blocks(meta.change.before.rule) : [
        for new in blocks(meta.change.after.rule) : at(new, { id = new.id, old = blocks(old.noncurrent_version_expiration)[0].noncurrent_days, new = blocks(new.noncurrent_version_expiration)[0].noncurrent_days })
        if new.id == old.id && new.status == "Enabled"
      ]
    ])
    what   = "old versions under rule \"${item.id}\""
    before = days_or_for_ever(item.old)
    after  = days_or_for_ever(item.new)
  }
}

function "days_or_for_ever" {
  parameters = ["days"]
  result     = given(days_or_null(days), infinity)
}
