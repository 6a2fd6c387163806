# Whoever assumes it may do what its policies say.
type "iam_role" {
  attributes = { name = string, arn = string, trust = any }

  cloudformation "AWS::IAM::Role" {
    name  = raw.RoleName
    arn   = "arn:${partition}:iam::${account}:role${given(raw.Path, "/")}${chosen_name(self.name, null, self.address)}"
    trust = raw.AssumeRolePolicyDocument

    computed {
      Ref = self.name
      Arn = self.arn
    }
  }

  terraform "aws_iam_role" {
    name  = raw.name
    arn   = "arn:${partition}:iam::${account}:role${given(raw.path, "/")}${chosen_name(self.name, raw.name_prefix, self.address)}"
    trust = raw.assume_role_policy

    computed {
      id   = self.name
      name = self.name
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
