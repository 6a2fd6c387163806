# What the serverless types have in common.

function "serverless_tags" {
  parameters = ["created_by", "tags", "propagates"]
  result = concat(
    given(propagates, false) && tags != null ? [] : [{ Key = created_by, Value = "SAM" }],
    tag_pairs(tags),
  )
}

# Tags that a resource hands on to what is made for it.
function "propagated_tags" {
  parameters = ["tags", "propagates"]
  result     = given(propagates, false) && tags != null ? tag_pairs(tags) : null
}

function "tag_pairs" {
  parameters = ["tags"]
  result     = [for key, value in tags : at(value, { Key = key, Value = value })]
}

function "trust_in" {
  parameters = ["service"]
  result = {
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = [service] } }]
  }
}

function "allowing" {
  parameters = ["actions", "resource"]
  result     = { Effect = "Allow", Action = actions, Resource = resource }
}

function "inline_policy" {
  parameters = ["name", "statements"]
  result     = { PolicyName = name, PolicyDocument = { Statement = statements } }
}

# Entries that are no objects name managed policies.
function "managed_policies_of" {
  parameters = ["entries", "partition"]
  result     = [for entry in entries : managed_policy_arn(entry, partition) if !is_object(entry) && !(is_known(entry) && entry == null)]
}

# Nobody attaches a policy twice.
function "with_policies" {
  parameters = ["policies", "more"]
  result     = concat(policies, [for index, policy in more : policy if !(is_known(policy) && (contains(policies, policy) || contains(slice(more, 0, index), policy)))])
}

function "managed_policy_arn" {
  parameters = ["policy", "partition"]
  result = (
    !is_known(policy) || strcontains(policy, ":") ? policy :
    "arn:${partition}:iam::aws:policy/${contains(service_role_policies(), policy) ? "service-role/" : ""}${policy}"
  )
}

function "tracing_policy" {
  parameters = ["partition"]
  result     = "arn:${partition}:iam::aws:policy/${partition == "aws" ? "AWSXrayWriteOnlyAccess" : "AWSXRayDaemonWriteAccess"}"
}

# Managed policies that lie below this path; without it there is no such policy.
function "service_role_policies" {
  parameters = []
  result = [
    "AmazonAPIGatewayPushToCloudWatchLogs",
    "AmazonDMSCloudWatchLogsRole",
    "AmazonDMSVPCManagementRole",
    "AmazonEC2ContainerServiceforEC2Role",
    "AmazonECSTaskExecutionRolePolicy",
    "AmazonElasticMapReduceRole",
    "AmazonRDSEnhancedMonitoringRole",
    "AmazonS3ObjectLambdaExecutionRolePolicy",
    "AmazonSNSRole",
    "AWSAppSyncPushToCloudWatchLogs",
    "AWSBackupServiceRolePolicyForBackup",
    "AWSBackupServiceRolePolicyForRestores",
    "AWSBatchServiceRole",
    "AWSCodeDeployRole",
    "AWSCodeDeployRoleForLambda",
    "AWSConfigRole",
    "AWSDataLifecycleManagerServiceRole",
    "AWSGlueServiceRole",
    "AWSLambdaBasicDurableExecutionRolePolicy",
    "AWSLambdaBasicExecutionRole",
    "AWSLambdaDynamoDBExecutionRole",
    "AWSLambdaENIManagementAccess",
    "AWSLambdaKinesisExecutionRole",
    "AWSLambdaMSKExecutionRole",
    "AWSLambdaRole",
    "AWSLambdaSQSQueueExecutionRole",
    "AWSLambdaVPCAccessExecutionRole",
    "AWSQuickSightS3Policy",
    "AWS_ConfigRole",
  ]
}

# The other entries, under names by their position.
function "inline_policies_of" {
  parameters = ["entries", "prefix", "place"]
  result = [
    for index, entry in entries : {
      PolicyName     = "${prefix}${index}"
      PolicyDocument = entry.Statement == null ? { Statement = statements_of_template(entry, place) } : entry
    }
    if is_object(entry)
  ]
}

function "statements_of_template" {
  parameters = ["entry", "place"]
  result     = statements_of(policy_template(keys(entry)[0]), keys(entry)[0], merge(place, given(values(entry)[0], {})))
}

function "statements_of" {
  parameters = ["template", "name", "values"]
  result = template == null ? unresolved("policy template ${name} is not known") : [
    for statement in template : { for name, value in {
      Effect    = "Allow"
      Action    = statement.actions
      Resource  = [for resource in statement.resources : templatestring(resource, values)]
      Condition = statement.condition == null ? null : { for test, keys in statement.condition : test => { for key, texts in keys : key => [for text in texts : templatestring(text, values)] } }
    } : name => value if value != null }
  ]
}

# Whom an event rule calls, and how. Ids have 64 letters at most.
function "event_target" {
  parameters = ["event", "id", "called", "queue"]
  result = { for name, value in {
    Arn              = called.Arn
    DeadLetterConfig = event.DeadLetterConfig == null ? null : { Arn = given(event.DeadLetterConfig.Arn, queue) }
    Id               = given(event.Target.Id, id)
    Input            = event.Input
    InputPath        = event.InputPath
    InputTransformer = event.InputTransformer
    RetryPolicy      = event.RetryPolicy
    RoleArn          = called.RoleArn
  } : name => value if value != null }
}

function "event_state" {
  parameters = ["event"]
  result     = event.Enabled == null ? event.State : event.Enabled ? "ENABLED" : "DISABLED"
}

# What a function or state machine may do to the place where its failures go.
function "destination_policies" {
  parameters = ["name", "destination", "type"]
  result = contains(["EventBridge", "Lambda", "S3", "S3Bucket", "SNS", "SQS"], given(type, "")) ? [
    inline_policy("${name}${type == "S3Bucket" ? "S3" : type}Policy", destination_statements(destination, type))
  ] : []
}

function "destination_statements" {
  parameters = ["destination", "type"]
  result = (
    type == "SQS" ? [allowing("sqs:SendMessage", destination)] :
    type == "SNS" ? [allowing("sns:publish", destination)] :
    type == "EventBridge" ? [allowing("events:PutEvents", destination)] :
    type == "Lambda" ? [allowing("lambda:InvokeFunction", destination)] :
    [allowing("s3:PutObject", "${destination}/*"), allowing("s3:ListBucket", destination)]
  )
}
