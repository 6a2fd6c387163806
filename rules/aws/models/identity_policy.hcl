# What users, groups and roles may do: policies of their own, and those that can be attached to several.
type "identity_policy" {
  identity = given(self.name, self.managed)
  attributes = {
    name     = string
    arn      = string # of one that can be attached
    document = any
    managed  = string # the ARN of a policy that is declared elsewhere, in the place of a document
    holder   = any    # the user, group or role; null when it can be attached to several
  }

  cloudformation "AWS::IAM::Policy" "AWS::IAM::RolePolicy" "AWS::IAM::UserPolicy" "AWS::IAM::GroupPolicy" {
    name     = raw.PolicyName
    document = raw.PolicyDocument
    holder   = given(raw.RoleName, raw.UserName, raw.GroupName)
  }
  cloudformation "AWS::IAM::ManagedPolicy" {
    name     = raw.ManagedPolicyName
    arn      = "arn:${partition}:iam::${account}:policy${given(raw.Path, "/")}${chosen_name(self)}"
    document = raw.PolicyDocument

    computed {
      Ref       = self.arn
      PolicyArn = self.arn
    }
  }
  cloudformation "AWS::IAM::Role" "AWS::IAM::User" "AWS::IAM::Group" {
    each = concat(
      [for policy in given(raw.Policies, []) : at(policy, { name = policy.PolicyName, document = policy.PolicyDocument, managed = null })],
      [for arn in given(raw.ManagedPolicyArns, []) : at(arn, { name = null, document = null, managed = arn })],
    )
    name     = item.name
    document = item.document
    managed  = item.managed
    holder   = self.address
  }

  terraform "aws_iam_policy" {
    name     = raw.name
    arn      = "arn:${partition}:iam::${account}:policy${given(raw.path, "/")}${chosen_name_from(self, raw.name_prefix)}"
    document = raw.policy

    computed {
      id  = self.arn
      arn = self.arn
    }
  }
  terraform "aws_iam_role_policy" "aws_iam_user_policy" "aws_iam_group_policy" {
    name     = raw.name
    document = raw.policy
    holder   = given(raw.role, raw.user, raw.group)
  }
  terraform "aws_iam_role" {
    each     = blocks(raw.inline_policy)
    name     = item.name
    document = item.policy
    holder   = self.address
  }
  terraform "aws_iam_role_policy_attachment" "aws_iam_user_policy_attachment" "aws_iam_group_policy_attachment" "aws_iam_policy_attachment" {
    managed = raw.policy_arn
    holder  = given(raw.role, raw.user, raw.group)
  }
}

derive "policy_statements" {
  on    = identity_policy
  value = policy_statements(self.document)
}

# Does its holder get every right there is?
derive "is_administrator" {
  on    = identity_policy
  value = self.managed != null && endswith(self.managed, ":policy/AdministratorAccess")
}
