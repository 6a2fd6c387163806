# Questions about statements of access policies. A policy of a resource speaks of that resource.

function "concerns_everyone" {
  parameters = ["statement"]
  result     = any([for principal in statement.principals : principal.value == "*"])
}

# Actions are compared as they are written: not every service takes wildcards in them.
function "covers_action" {
  parameters = ["statement", "action"]
  result = (
    any([for written in statement.actions : lower(written) == lower(action)])
    || (statement.not_actions != null && !any([for written in statement.not_actions : lower(written) == lower(action)]))
  )
}

# The same, where actions may hold wildcards.
function "matches_action" {
  parameters = ["statement", "action"]
  result = (
    any([for written in statement.actions : glob(lower(written), lower(action))])
    || (statement.not_actions != null && !any([for written in statement.not_actions : glob(lower(written), lower(action))]))
  )
}

# A statement with `NotPrincipal` denies everyone else.
function "denies" {
  parameters = ["statement", "action"]
  result     = statement.effect == "Deny" && (concerns_everyone(statement) || statement.not_principals != null) && covers_action(statement, action)
}

# Whom a denial lets through by name.
function "exempted" {
  parameters = ["statement"]
  result = concat(
    flatten([for condition in given(statement.conditions, []) : is_exemption(condition) ? condition.values : []]),
    [for principal in given(statement.not_principals, []) : principal.value],
  )
}

function "is_exemption" {
  parameters = ["condition"]
  result     = glob_any(["StringNot*", "ArnNot*"], condition.operator) && contains(["aws:principalarn", "aws:userid"], lower(condition.key))
}

# A whole account, or everybody.
function "is_crowd" {
  parameters = ["name"]
  result     = contains(["*", "arn:*"], name) || contains(["*", "role/*", "user/*", "assumed-role/*"], given(arn_part(name, "resource"), ""))
}

# Does a condition keep all principals out but those of certain accounts? With `IfExists`, whoever belongs to no
# organisation gets in.
function "limits_accounts" {
  parameters = ["condition"]
  result = (
    contains(["aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "kms:calleraccount"], lower(condition.key))
    && contains(["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike"], trimprefix(condition.operator, "ForAnyValue:"))
    && length(condition.values) > 0
    && !any([for value in condition.values : !startswith(trimprefix(condition.operator, "ForAnyValue:"), "StringEquals") && is_any_account(value)])
  )
}

# An account that is not known is still one account.
function "is_any_account" {
  parameters = ["pattern"]
  result     = contains(["*", "o-*", "o-*/*"], pattern) || (is_known(arn_part(pattern, "account")) && strcontains(given(arn_part(pattern, "account"), ""), "*"))
}

function "is_open_to_all" {
  parameters = ["statement"]
  result = (
    statement.effect == "Allow"
    && (concerns_everyone(statement) || statement.not_principals != null)
    && !any([for condition in given(statement.conditions, []) : limits_accounts(condition)])
  )
}

# The account of a principal, when it names one.
function "principal_account" {
  parameters = ["principal"]
  result     = principal.kind != "AWS" ? null : given(arn_part(principal.value, "account"), glob("????????????", principal.value) ? principal.value : null)
}

# The account itself, which lets its own access policies decide.
function "is_account" {
  parameters = ["principal", "account"]
  result     = principal.kind == "AWS" && (endswith(principal.value, ":root") || !startswith(principal.value, "arn:")) && principal_account(principal) == account
}
