# What a plan changes in the guards of data: each switch, before and after.
type "guard_change" {
  attributes = { what = string, was_on = bool, is_on = bool, written = any }

  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" "aws_rds_global_cluster" "aws_docdb_global_cluster" "aws_neptune_global_cluster" {
    when    = is_update(meta.change)
    what    = "deletion protection"
    was_on  = given(meta.change.before.deletion_protection, false)
    is_on   = given(meta.change.after.deletion_protection, false)
    written = raw.deletion_protection
  }
  terraform "aws_dynamodb_table" {
    each = is_update(meta.change) ? [
      at(raw.point_in_time_recovery, {
        what   = "point-in-time recovery"
        before = blocks(meta.change.before.point_in_time_recovery)[0].enabled
        after  = blocks(meta.change.after.point_in_time_recovery)[0].enabled
      }),
      at(raw.deletion_protection_enabled, {
        what   = "deletion protection"
        before = meta.change.before.deletion_protection_enabled
        after  = meta.change.after.deletion_protection_enabled
      }),
    ] : []
    what    = item.what
    was_on  = given(item.before, false)
    is_on   = given(item.after, false)
    written = item
  }
  terraform "aws_s3_bucket_versioning" {
    when    = is_update(meta.change)
    what    = "versioning"
    was_on  = blocks(meta.change.before.versioning_configuration)[0].status == "Enabled"
    is_on   = blocks(meta.change.after.versioning_configuration)[0].status == "Enabled"
    written = blocks(raw.versioning_configuration)[0].status
  }
  terraform "aws_s3_bucket_replication_configuration" {
    each = flatten([
      for old in blocks(meta.change.before.rule) : [
        for new in blocks(meta.change.after.rule) : at(new, { id = new.id, before = old.status, after = new.status }) if new.id == old.id
      ]
    ])
    what    = "replication rule \"${item.id}\""
    was_on  = item.before == "Enabled"
    is_on   = item.after == "Enabled"
    written = item
  }
  terraform "aws_kms_key" {
    when    = is_update(meta.change)
    what    = "rotation"
    was_on  = given(meta.change.before.enable_key_rotation, false)
    is_on   = given(meta.change.after.enable_key_rotation, false)
    written = raw.enable_key_rotation
  }
  terraform "aws_cloudwatch_event_rule" {
    when    = is_update(meta.change)
    what    = "the rule"
    was_on  = given(meta.change.before.state, "ENABLED") != "DISABLED" && given(meta.change.before.is_enabled, true)
    is_on   = given(meta.change.after.state, "ENABLED") != "DISABLED" && given(meta.change.after.is_enabled, true)
    written = given(raw.state, raw.is_enabled)
  }
  terraform "aws_dlm_lifecycle_policy" {
    when    = is_update(meta.change)
    what    = "the policy"
    was_on  = given(meta.change.before.state, "ENABLED") == "ENABLED"
    is_on   = given(meta.change.after.state, "ENABLED") == "ENABLED"
    written = raw.state
  }
}

function "is_update" {
  parameters = ["change"]
  result     = change.before != null && change.after != null
}

# A rule of a plan before a change, and the one of the same name after it, or null.
type "rule_change" {
  attributes = {
    name   = string
    before = object({ schedule = string, timezone = string, copies = list(string) })
    after  = object({ schedule = string, timezone = string, copies = list(string) })
  }

  terraform "aws_backup_plan" {
    each   = blocks(meta.change.before.rule)
    name   = item.rule_name
    before = rule_at(item)
    after  = first([for new in blocks(meta.change.after.rule) : rule_at(new) if new.rule_name == item.rule_name])
  }
}

function "rule_at" {
  parameters = ["rule"]
  result = {
    schedule = rule.schedule == null || rule.schedule == "" ? "cron(0 5 ? * * *)" : rule.schedule
    timezone = given(rule.schedule_expression_timezone, "Etc/UTC")
    copies   = [for copy in blocks(rule.copy_action) : copy.destination_vault_arn]
  }
}

# A vault lock before and after a change; null where there is none.
type "lock_change" {
  attributes = {
    before = object({ mode = string, min_days = number, max_days = number, changeable_days = number })
    after  = object({ mode = string, min_days = number, max_days = number, changeable_days = number })
  }

  terraform "aws_backup_vault_lock_configuration" {
    when   = meta.change.before != null || meta.change.after != null
    before = meta.change.before == null ? null : lock_at(meta.change.before)
    after  = meta.change.after == null ? null : lock_at(meta.change.after)
  }
}

function "lock_at" {
  parameters = ["lock"]
  result = {
    mode            = lock.changeable_for_days == null ? "governance" : "compliance"
    min_days        = zero_as_null(lock.min_retention_days)
    max_days        = zero_as_null(lock.max_retention_days)
    changeable_days = lock.changeable_for_days
  }
}

# Tags before and after a change, of whatever may say its tier with one.
type "tag_change" {
  attributes = { before = map(string), after = map(string), store = any }

  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" "aws_dynamodb_table" "aws_s3_bucket" "aws_efs_file_system" "aws_ebs_volume" "aws_instance" "aws_redshift_cluster" "aws_fsx_windows_file_system" "aws_fsx_openzfs_file_system" "aws_fsx_lustre_file_system" "aws_fsx_ontap_volume" "aws_keyspaces_table" "aws_timestreamwrite_table" "aws_memorydb_cluster" "aws_elasticache_replication_group" "aws_opensearch_domain" "aws_eks_cluster" {
    when   = is_update(meta.change)
    before = given(meta.change.before.tags_all, meta.change.before.tags, {})
    after  = given(meta.change.after.tags_all, meta.change.after.tags, {})
    store  = here.data_store[0]
  }
}
