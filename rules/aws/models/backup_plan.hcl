type "backup_plan" {
  attributes = {
    label        = string
    name         = string
    arn          = string
    region       = string
    account      = string
    tags         = map(string)
    rules        = any
    scans        = number
    asks_windows = bool
    policy       = any    # of the organisation that makes it; null for plans of an account
    policy_key   = string # which of the policy's plans it is
  }

  cloudformation "AWS::Backup::BackupPlan" {
    name    = raw.BackupPlan.BackupPlanName
    arn     = "arn:${partition}:backup:${region}:${account}:backup-plan:${chosen_id(self)}"
    region  = region
    account = account
    tags    = given(raw.BackupPlanTags, {})
    rules   = here.backup_rule
    scans   = length(given(raw.BackupPlan.ScanSettings, []))
    asks_windows = any([for setting in given(raw.BackupPlan.AdvancedBackupSettings, []) : setting.ResourceType == "EC2" && lower(given(setting.BackupOptions.WindowsVSS, "disabled")) == "enabled"])

    computed {
      Ref           = chosen_id(self)
      BackupPlanId  = chosen_id(self)
      BackupPlanArn = self.arn
    }
  }

  terraform "aws_backup_plan" {
    name    = raw.name
    arn     = "arn:${partition}:backup:${region}:${account}:backup-plan:${chosen_id(self)}"
    region  = region
    account = account
    tags    = tags_of_terraform(raw.tags, meta.provider)
    rules   = here.backup_rule
    scans   = length(blocks(raw.scan_setting))
    asks_windows = any([for setting in blocks(raw.advanced_backup_setting) : setting.resource_type == "EC2" && lower(given(setting.backup_options.WindowsVSS, "disabled")) == "enabled"])

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }

  resource "AWS::Organizations::Policy" "aws_organizations_policy" {
    when         = given(raw.Type, raw.type) == "BACKUP_POLICY"
    each         = plans_of_policy(given(raw.Content, raw.content))
    label        = "plan \"${item.name}\" of ${self.address}"
    name         = item.name
    region       = item.region
    account      = self.policy.plan_account
    tags         = tags_of_policy(item.content.backup_plan_tags)
    rules        = [for rule in here.backup_rule : rule if rule.policy_key == self.policy_key]
    scans        = length(keys(own_entries(given(item.content.scan_settings, {}))))
    asks_windows = lower(given(assigned(item.content.advanced_backup_settings.ec2.windows_vss), "disabled")) == "enabled"
    policy       = here.organization_backup_policy[0]
    policy_key   = "${self.address}#${index}"
  }
}

# Everything that it selects.
derive "stores" {
  on    = backup_plan
  value = flatten([for selection in self.selections : selection.stores])
}

# What several policies of one name come to depends on where each is attached.
derive "is_merged" {
  on    = backup_plan
  value = self.policy != null && any([for other in model.organization_backup_policy : other.address != self.policy.address && contains(given(other.plan_names, []), self.name)])
}
