# Lets a service call a function. Subscriptions and event rules reach none without it.
type "function_permission" {
  attributes = { function_name = any, action = string, principal = string, source = any, source_account = any }

  cloudformation "AWS::Lambda::Permission" {
    function_name  = raw.FunctionName
    action         = raw.Action
    principal      = raw.Principal
    source         = raw.SourceArn
    source_account = raw.SourceAccount
  }

  terraform "aws_lambda_permission" {
    function_name  = raw.function_name
    action         = raw.action
    principal      = raw.principal
    source         = raw.source_arn
    source_account = raw.source_account
  }
}

link "calling_topic" {
  from    = function_permission
  to      = alert_topic
  inverse = "function_permissions"
  single  = true
  by      = from.source
  keys    = [to.arn]
}

link "calling_rule" {
  from    = function_permission
  to      = alert_rule
  inverse = "function_permissions"
  single  = true
  by      = from.source
  keys    = [to.arn]
}
