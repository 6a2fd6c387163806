type "backup_plan" {
  attributes = { name = string, arn = string, region = string, account = string, tags = map(string), rules = any, scans = number, asks_windows = bool }

  cloudformation "AWS::Backup::BackupPlan" {
    name    = raw.BackupPlan.BackupPlanName
    arn     = "arn:${partition}:backup:${region}:${account}:backup-plan:${chosen_id(self.address)}"
    region  = region
    account = account
    tags    = given(raw.BackupPlanTags, {})
    rules   = here.backup_rule
    scans   = length(given(raw.BackupPlan.ScanSettings, []))
    asks_windows = any([for setting in given(raw.BackupPlan.AdvancedBackupSettings, []) : setting.ResourceType == "EC2" && lower(given(setting.BackupOptions.WindowsVSS, "disabled")) == "enabled"])

    computed { BackupPlanArn = self.arn }
  }

  terraform "aws_backup_plan" {
    name    = raw.name
    arn     = "arn:${partition}:backup:${region}:${account}:backup-plan:${chosen_id(self.address)}"
    region  = region
    account = account
    tags    = tags_of_terraform(raw.tags, meta.provider)
    rules   = here.backup_rule
    scans   = length(blocks(raw.scan_setting))
    asks_windows = any([for setting in blocks(raw.advanced_backup_setting) : setting.resource_type == "EC2" && lower(given(setting.backup_options.WindowsVSS, "disabled")) == "enabled"])

    computed { arn = self.arn }
  }
}

# Everything that it selects.
derive "stores" {
  on    = backup_plan
  value = flatten([for selection in self.selections : selection.stores])
}
