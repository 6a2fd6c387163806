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
  result = concat(
    [for one in earlier : given(first([for other in later : other if has_same_id(one, other)]), one)],
    [for other in later : other if !any([for one in earlier : has_same_id(one, other)])],
  )
}

function "has_same_id" {
  parameters = ["one", "other"]
  result     = given(one.Sid, "") != "" && one.Sid == other.Sid
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
    Action       = policy_values(statement.actions)
    NotAction    = policy_values(statement.not_actions)
    Resource     = policy_values(statement.resources)
    NotResource  = policy_values(statement.not_resources)
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
    { for type, lists in { for principal in principals : principal.type => principal.identifiers... } : type => policy_values(flatten(lists)) }
  )
}

function "policy_conditions" {
  parameters = ["conditions"]
  result = { for test, group in { for condition in conditions : condition.test => condition... } :
    test => { for variable, lists in { for condition in group : condition.variable => condition.values... } : variable => alone_or_all(flatten(lists)) }
  }
}

# Sets of texts as the provider writes them: falling, and one alone without a list.
function "policy_values" {
  parameters = ["values"]
  result     = values == null ? null : alone_or_all(is_known(values) ? reverse(sort(distinct(values))) : values)
}

function "alone_or_all" {
  parameters = ["values"]
  result     = length(values) == 1 ? values[0] : values
}
