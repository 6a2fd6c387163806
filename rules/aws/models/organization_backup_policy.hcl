# Plans that an organisation makes in its accounts. Nobody sees them in the configuration of an account.
type "organization_backup_policy" {
  attributes = { name = string }

  cloudformation "AWS::Organizations::Policy" {
    when = raw.Type == "BACKUP_POLICY"
    name = raw.Name
  }

  terraform "aws_organizations_policy" {
    when = raw.type == "BACKUP_POLICY"
    name = raw.name
  }
}
