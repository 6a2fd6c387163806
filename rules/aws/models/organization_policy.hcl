# What an organisation decides for its accounts, of whatever kind.
type "organization_policy" {
  attributes = { name = string, kind = string, content = any, targets = any }

  cloudformation "AWS::Organizations::Policy" {
    name    = raw.Name
    kind    = raw.Type
    content = policy_content(raw.Content)
    targets = given(raw.TargetIds, [])
  }

  terraform "aws_organizations_policy" {
    companion "attachments" {
      type     = "aws_organizations_policy_attachment"
      argument = "policy_id"
      keys     = []
    }

    name    = raw.name
    kind    = given(raw.type, "SERVICE_CONTROL_POLICY")
    content = policy_content(raw.content)
    targets = [for attachment in attachments : attachment.target_id]
  }
}
