# Access policies that Terraform writes from blocks. What a document does not set does not appear in it.
type "policy_document" {
  attributes = { json = string }

  terraform_data "aws_iam_policy_document" {
    json = (length(given(raw.source_policy_documents, [])) + length(given(raw.override_policy_documents, [])) > 0
      ? unresolved("the documents that ${self.address} is merged from are not read")
      : jsonencode({
        Version   = given(raw.version, "2012-10-17")
        Statement = [for statement in blocks(raw.statement) : policy_statement(statement)]
      })
    )

    computed {
      json          = self.json
      minified_json = self.json
    }
  }
}

function "policy_statement" {
  parameters = ["statement"]
  result = without_nulls({
    Sid          = statement.sid
    Effect       = given(statement.effect, "Allow")
    Action       = statement.actions
    NotAction    = statement.not_actions
    Resource     = statement.resources
    NotResource  = statement.not_resources
    Principal    = policy_principals(blocks(statement.principals))
    NotPrincipal = policy_principals(blocks(statement.not_principals))
    Condition    = policy_conditions(blocks(statement.condition))
  })
}

# A block of the type `*` stands for everybody.
function "policy_principals" {
  parameters = ["principals"]
  result = (
    length(principals) == 0 ? null :
    any([for principal in principals : principal.type == "*"]) ? "*" :
    { for type in distinct([for principal in principals : principal.type]) :
      type => flatten([for principal in principals : principal.identifiers if principal.type == type]) }
  )
}

function "policy_conditions" {
  parameters = ["conditions"]
  result = length(conditions) == 0 ? null : {
    for test in distinct([for condition in conditions : condition.test]) : test => {
      for variable in distinct([for condition in conditions : condition.variable if condition.test == test]) :
      variable => flatten([for condition in conditions : condition.values if condition.test == test && condition.variable == variable])
    }
  }
}

function "without_nulls" {
  parameters = ["object"]
  result     = { for name, value in object : name => value if value != null }
}
