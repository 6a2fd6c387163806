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

# Types that a region backs up when tags or whole services are selected.
type "opt_in_setting" {
  attributes = { types = any, region = string, account = string }

  terraform "aws_backup_region_settings" {
    types   = raw.resource_type_opt_in_preference
    region  = region
    account = account
  }
}
