# Policies and attachments that say themselves which roles they are for.
type "loose_policy" {
  attributes = { roles = any, document = any, managed = list(string) }

  cloudformation "AWS::IAM::Policy" "AWS::IAM::ManagedPolicy" {
    roles    = given(raw.Roles, [])
    document = raw.PolicyDocument
  }
  cloudformation "AWS::IAM::RolePolicy" {
    roles    = [raw.RoleName]
    document = raw.PolicyDocument
  }

  terraform "aws_iam_policy_attachment" {
    roles   = given(raw.roles, [])
    managed = [raw.policy_arn]
  }
  terraform "aws_iam_role_policy_attachments_exclusive" {
    roles   = [raw.role_name]
    managed = given(raw.policy_arns, [])
  }
}

link "roles_meant" {
  from    = loose_policy
  to      = iam_role
  inverse = "loose_policies"
  by      = from.roles
  keys    = [to.name, to.arn]
}
