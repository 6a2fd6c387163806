# The data source that writes access policies. Its JSON is computed, so that rules can read it like any other.
type "policy_document" {
  attributes = { json = string }

  terraform_data "aws_iam_policy_document" {
    json = jsonencode({
      Version = given(raw.version, "2012-10-17")
      Statement = overridden_by(
        overridden_by(document_statements(raw.source_policy_documents), [for statement in blocks(raw.statement) : policy_statement(statement)]),
        document_statements(raw.override_policy_documents),
      )
    })

    computed {
      json          = self.json
      minified_json = self.json
    }
  }
}

# A later statement takes the place of an earlier one with the same id.
function "overridden_by" {
  parameters = ["earlier", "later"]
  result     = concat([for one in earlier : one if one.Sid == null || !contains([for other in later : given(other.Sid, "")], given(one.Sid, ""))], later)
}

function "document_statements" {
  parameters = ["documents"]
  result     = flatten([for document in documents : blocks(jsondecode(document).Statement)])
}

function "policy_statement" {
  parameters = ["statement"]
  result = { for name, value in {
    Sid          = statement.sid
    Effect       = given(statement.effect, "Allow")
    Action       = statement.actions
    NotAction    = statement.not_actions
    Resource     = statement.resources
    NotResource  = statement.not_resources
    Principal    = policy_principals(blocks(statement.principals))
    NotPrincipal = policy_principals(blocks(statement.not_principals))
    Condition    = length(blocks(statement.condition)) == 0 ? null : policy_conditions(blocks(statement.condition))
  } : name => value if value != null }
}

function "policy_principals" {
  parameters = ["principals"]
  result = (
    length(principals) == 0 ? null :
    any([for principal in principals : principal.type == "*"]) ? "*" :
    { for type, lists in { for principal in principals : principal.type => principal.identifiers... } : type => flatten(lists) }
  )
}

function "policy_conditions" {
  parameters = ["conditions"]
  result = { for test, group in { for condition in conditions : condition.test => condition... } :
    test => { for variable, lists in { for condition in group : condition.variable => condition.values... } : variable => flatten(lists) }
  }
}
