# Policies that say themselves which roles they belong to.
type "loose_policy" {
  attributes = { roles = any }

  cloudformation "AWS::IAM::Policy" "AWS::IAM::ManagedPolicy" {
    roles = raw.Roles
  }
  cloudformation "AWS::IAM::RolePolicy" {
    roles = [raw.RoleName]
  }

  terraform "aws_iam_policy_attachment" {
    roles = raw.roles
  }
  terraform "aws_iam_role_policy_attachments_exclusive" {
    roles = [raw.role_name]
  }
}

# A role nobody names is not meant.
derive "names_roles" {
  on    = loose_policy
  value = length(given(self.roles, [])) > 0
}
