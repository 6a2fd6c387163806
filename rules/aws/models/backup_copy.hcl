# One copy action of a rule. Without a lifecycle of its own, a copy lives as long as its source.
type "backup_copy" {
  family   = ["retained"]
  identity = "${self.label} ${describe(self.destination)}"
  attributes = {
    plan        = any
    rule_index  = number
    region      = string
    account     = string
    destination = string
  }

  every {
    rule_index   = item.index
    kept_in      = self.destination_vault
    kept_in_name = self.destination
    air_gap      = self.destination_vault.type_name == "air_gapped_vault" ? self.destination_vault : null
  }

  cloudformation "AWS::Backup::BackupPlan" {
    each = flatten([for index, rule in raw.BackupPlan.BackupPlanRule : [for copy in rule.CopyActions : at(copy, { index = index, rule = rule, copy = copy })]])

    label       = "copy action of rule \"${item.rule.RuleName}\" of plan ${self.address}"
    plan        = here.backup_plan[0]
    region      = region
    account     = account
    destination = item.copy.DestinationBackupVaultArn
    lifecycle = item.copy.Lifecycle == null ? null : at(item.copy.Lifecycle, {
      delete_after = unless_for_ever(item.copy.Lifecycle.DeleteAfterDays)
      cold_after   = item.copy.Lifecycle.MoveToColdStorageAfterDays
      archives     = given(item.copy.Lifecycle.OptInToArchiveForSupportedResources, false)
    })
    retention_days = copy_days(item.copy.Lifecycle, item.copy.Lifecycle.DeleteAfterDays, item.copy.Lifecycle.MoveToColdStorageAfterDays, item.rule.Lifecycle.DeleteAfterDays)
  }

  terraform "aws_backup_plan" {
    each = flatten([for index, rule in blocks(raw.rule) : [for copy in blocks(rule.copy_action) : at(copy, { index = index, rule = rule, copy = copy })]])

    label       = "copy action of rule \"${item.rule.rule_name}\" of plan ${self.address}"
    plan        = here.backup_plan[0]
    region      = region
    account     = account
    destination = item.copy.destination_vault_arn
    lifecycle = blocks(item.copy.lifecycle)[0] == null ? null : at(blocks(item.copy.lifecycle)[0], {
      delete_after = days_or_null(blocks(item.copy.lifecycle)[0].delete_after)
      cold_after   = days_or_null(blocks(item.copy.lifecycle)[0].cold_storage_after)
      archives     = given(blocks(item.copy.lifecycle)[0].opt_in_to_archive_for_supported_resources, false)
    })
    retention_days = copy_days(
      blocks(item.copy.lifecycle)[0],
      zero_as_null(blocks(item.copy.lifecycle)[0].delete_after),
      zero_as_null(blocks(item.copy.lifecycle)[0].cold_storage_after),
      zero_as_null(blocks(item.rule.lifecycle)[0].delete_after),
    )
  }

  resource "AWS::Organizations::Policy" "aws_organizations_policy" {
    when = given(raw.Type, raw.type) == "BACKUP_POLICY"
    each = copies_of_policy(given(raw.Content, raw.content))

    label          = "copy action of rule \"${item.rule.name}\" of plan \"${item.rule.plan_name}\" of ${self.address}"
    plan           = here.backup_plan[item.rule.position]
    region         = item.rule.region
    account        = here.organization_backup_policy[0].plan_account
    destination    = in_place(item.destination, self.region, self.account)
    lifecycle      = item.lifecycle
    retention_days = copy_days(item.lifecycle, item.lifecycle.delete_after, item.lifecycle.cold_after, item.rule.lifecycle.delete_after)
  }
}

function "copy_days" {
  parameters = ["lifecycle", "days", "cold_days", "inherited_days"]
  result = (
    lifecycle == null ? given(unless_for_ever(inherited_days), infinity) :
    days == null && cold_days == null ? unresolved("nothing documents how long a copy with an empty lifecycle stays") :
    given(unless_for_ever(days), infinity)
  )
}

# Whoever writes the common partition out deploys to it.
link "destination_vault" {
  from    = backup_copy
  to      = family.recovery_store
  inverse = "copied_from"
  single  = true
  by      = from.destination
  keys    = [to.arn, "arn:aws:backup:${to.region}:${to.account}:backup-vault:${to.name}"]
}

# A vault in this configuration knows its place better than its ARN does.
derive "destination_region" {
  on    = backup_copy
  value = self.destination_vault == null ? arn_part(self.destination, "region") : self.destination_vault.region
}

derive "destination_account" {
  on    = backup_copy
  value = self.destination_vault == null ? arn_part(self.destination, "account") : self.destination_vault.account
}

derive "rule" {
  on    = backup_copy
  value = first([for rule in self.plan.rules : rule if rule.index == self.rule_index])
}
