# Whoever assumes it may do what its policies say.
type "iam_role" {
  attributes = {
    name  = string
    arn   = string
    trust = any
    # Names of attached policies, and the documents of its own.
    managed_policies = list(string)
    own_policies     = any
  }

  cloudformation "AWS::IAM::Role" {
    name  = raw.RoleName
    arn   = "arn:${partition}:iam::${account}:role${given(raw.Path, "/")}${chosen_name(self)}"
    trust = raw.AssumeRolePolicyDocument

    managed_policies = given(raw.ManagedPolicyArns, [])
    own_policies     = [for policy in raw.Policies : policy.PolicyDocument]

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_iam_role" {
    companion "attachments" {
      type     = "aws_iam_role_policy_attachment"
      argument = "role"
      keys     = [self.name]
    }
    companion "policies" {
      type     = "aws_iam_role_policy"
      argument = "role"
      keys     = [self.name]
    }

    name  = raw.name
    arn   = "arn:${partition}:iam::${account}:role${given(raw.path, "/")}${chosen_name_from(self, raw.name_prefix)}"
    trust = raw.assume_role_policy

    managed_policies = concat(given(raw.managed_policy_arns, []), [for attachment in attachments : attachment.policy_arn])
    own_policies     = concat([for policy in blocks(raw.inline_policy) : policy.policy if policy.policy != null], [for policy in policies : policy.policy])

    computed {
      id   = chosen_name_from(self, raw.name_prefix)
      name = chosen_name_from(self, raw.name_prefix)
      arn  = self.arn
    }
  }
}

derive "trust_statements" {
  on    = iam_role
  value = policy_statements(self.trust)
}

# May this service assume the role? The effect is read in any letters, as many trust policies write it small.
function "trusts_service" {
  parameters = ["role", "service"]
  result = any([
    for statement in role.trust_statements :
    lower(given(statement.effect, "")) == "allow"
    && any([for action in given(statement.actions, []) : glob(lower(action), "sts:assumerole")])
    && any([for principal in given(statement.principals, []) : principal.value == "*" || (principal.kind == "Service" && startswith(principal.value, service))])
  ])
}

# Everything that is attached to it, whoever says so.
derive "all_managed_policies" {
  on    = iam_role
  value = concat(self.managed_policies, flatten([for policy in self.loose_policies : given(policy.managed, [])]))
}

link "declared_policies" {
  from = iam_role
  to   = identity_policy
  by   = from.all_managed_policies
  keys = [to.arn]
}

# Policies that can be read.
derive "documents" {
  on = iam_role
  value = concat(
    self.own_policies,
    [for policy in self.loose_policies : policy.document if policy.document != null],
    [for policy in self.declared_policies : policy.document],
  )
}

function "holds_policy" {
  parameters = ["role", "name"]
  result     = any([for policy in role.all_managed_policies : endswith(policy, "/${name}")])
}

# Of policies that are declared elsewhere only the names are seen.
function "holds_unread_policies" {
  parameters = ["role"]
  result = any([
    for policy in role.all_managed_policies :
    !strcontains(policy, "/AWSBackupServiceRolePolicyFor") && !any([for declared in role.declared_policies : declared.arn == policy])
  ])
}

# Does a policy allow an action, on whatever resource?
function "grants" {
  parameters = ["role", "action"]
  result     = any([for policy in role.documents : any([for statement in policy_statements(policy) : statement.effect == "Allow" && matches_action(statement, action)])])
}
