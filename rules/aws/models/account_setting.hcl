# What an account decides about backups for all its plans.
type "cross_account_setting" {
  attributes = { is_on = string }

  terraform "aws_backup_global_settings" {
    is_on = raw.global_settings.isCrossAccountBackupEnabled
  }
}

# Types that the service manages fully, with backups and copies of their own, in one region.
type "management_setting" {
  attributes = { managed_types = any, region = string, account = string }

  terraform "aws_backup_region_settings" {
    managed_types = raw.resource_type_management_preference
    region        = region
    account       = account
  }
}

# What the settings of a table's region say about advanced backups of tables; null when they say nothing.
function "advanced_backups" {
  parameters = ["table", "settings"]
  result = first([
    for setting in settings : setting.managed_types.DynamoDB
    if setting.region == table.region && setting.account == table.account
  ])
}

function "has_advanced_backups" {
  parameters = ["table", "settings"]
  result     = tobool(given(advanced_backups(table, settings), unresolved("nothing here says whether advanced backup of tables is on")))
}

# Types that a region backs up when tags or whole services are selected.
type "opt_in_setting" {
  attributes = { types = any, region = string, account = string }

  terraform "aws_backup_region_settings" {
    types   = raw.resource_type_opt_in_preference
    region  = region
    account = account
  }
}

# Keeps snapshots and images for a while after somebody deleted them.
type "recycle_rule" {
  attributes = {
    region         = string
    account        = string
    keeps          = string # EBS_SNAPSHOT, EC2_IMAGE or EBS_VOLUME
    retention_days = number
    is_locked      = bool
    covers_all     = bool # whatever the tags
    unlock_days    = number
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Rbin::Rule" {
    keeps          = raw.ResourceType
    retention_days = days_of(raw.RetentionPeriod.RetentionPeriodValue, raw.RetentionPeriod.RetentionPeriodUnit)
    is_locked      = raw.LockConfiguration != null
    covers_all     = length(given(raw.ResourceTags, [])) == 0 && length(given(raw.ExcludeResourceTags, [])) == 0
    unlock_days    = raw.LockConfiguration.UnlockDelayValue
  }

  terraform "aws_rbin_rule" {
    keeps          = raw.resource_type
    retention_days = days_of(blocks(raw.retention_period)[0].retention_period_value, blocks(raw.retention_period)[0].retention_period_unit)
    is_locked      = length(blocks(raw.lock_configuration)) > 0
    covers_all     = length(blocks(raw.resource_tags)) == 0 && length(blocks(raw.exclude_resource_tags)) == 0
    unlock_days    = blocks(blocks(raw.lock_configuration)[0].unlock_delay)[0].unlock_delay_value
  }
}

# Whether anybody may make a snapshot of the account public.
type "snapshot_publicity" {
  attributes = { region = string, account = string, state = string }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::EC2::SnapshotBlockPublicAccess" {
    state = raw.State
  }

  terraform "aws_ebs_snapshot_block_public_access" {
    state = raw.state
  }
}

# What holds for all buckets of an account, whatever they say.
type "account_public_access" {
  attributes = { account = string, public_access = object({ block_acls = bool, ignore_acls = bool, block_policy = bool, restrict_buckets = bool }) }

  terraform "aws_s3_account_public_access_block" {
    account = given(raw.account_id, account)
    public_access = {
      block_acls       = given(raw.block_public_acls, false)
      ignore_acls      = given(raw.ignore_public_acls, false)
      block_policy     = given(raw.block_public_policy, false)
      restrict_buckets = given(raw.restrict_public_buckets, false)
    }
  }
}
