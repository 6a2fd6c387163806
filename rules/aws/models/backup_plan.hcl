type "backup_plan" {
  attributes = { name = string, region = string, account = string, rules = any }

  cloudformation "AWS::Backup::BackupPlan" {
    name    = raw.BackupPlan.BackupPlanName
    region  = region
    account = account
    rules   = here.backup_rule
  }

  terraform "aws_backup_plan" {
    name    = raw.name
    region  = region
    account = account
    rules   = here.backup_rule
  }
}
