expansion "AWS::Serverless::Function" {
  defaults = "Function"

  names {
    tags     = serverless_tags("lambda:createdBy", raw.Tags, raw.PropagateTags)
    handed   = propagated_tags(raw.Tags, raw.PropagateTags)
    policies = blocks(raw.Policies)
    code = given(
      is_object(raw.CodeUri) ? s3_object(raw.CodeUri) : null,
      raw.CodeUri == null ? null : s3_location(raw.CodeUri),
      raw.ImageUri == null ? null : { ImageUri = raw.ImageUri },
      { ZipFile = raw.InlineCode },
    )
    traces = !contains(["", "Disabled"], given(raw.Tracing, ""))
    # What a caller names: the alias where there is one.
    target = given(alias.Ref, function.Ref)
  }

  resource "function" {
    type = "AWS::Lambda::Function"
    keep = [
      "Architectures", "CapacityProviderConfig", "CodeSigningConfigArn", "Description", "DurableConfig", "Environment", "EphemeralStorage",
      "FileSystemConfigs", "FunctionName", "FunctionScalingConfig", "Handler", "ImageConfig", "KmsKeyArn", "Layers", "LoggingConfig",
      "MemorySize", "PackageType", "PublishToLatestPublished", "RecursiveLoop", "ReservedConcurrentExecutions", "Runtime",
      "RuntimeManagementConfig", "SnapStart", "TenancyConfig", "Timeout", "VpcConfig",
    ]

    properties {
      Code             = code
      DeadLetterConfig = raw.DeadLetterQueue == null ? null : { TargetArn = raw.DeadLetterQueue.TargetArn }
      Role             = given(raw.Role, role.Arn)
      Tags             = tags
      TracingConfig    = raw.Tracing == null ? null : { Mode = raw.Tracing }
    }
  }

  resource "role" {
    type = "AWS::IAM::Role"
    name = "${address}Role"
    when = raw.Role == null

    properties {
      AssumeRolePolicyDocument = given(raw.AssumeRolePolicyDocument, trust_in("lambda.amazonaws.com"))
      ManagedPolicyArns = with_policies(concat(
        [for name in distinct(concat(
          [raw.DurableConfig == null ? "AWSLambdaBasicExecutionRole" : "AWSLambdaBasicDurableExecutionRolePolicy"],
          raw.VpcConfig == null ? [] : ["AWSLambdaVPCAccessExecutionRole"],
          [for event in raw.Events : policy_for_reading(event) if policy_for_reading(event) != null],
        )) : managed_policy_arn(name, partition)],
        traces ? [tracing_policy(partition)] : [],
      ), managed_policies_of(policies, partition))
      Path                = raw.RolePath
      PermissionsBoundary = raw.PermissionsBoundary
      Policies = none_as_null(concat(
        raw.DeadLetterQueue == null ? [] : [dead_letter_policy(raw.DeadLetterQueue)],
        flatten([for name, destination in raw.EventInvokeConfig.DestinationConfig :
          destination_policies("${address}EventInvokeConfig${name}", given(destination.Destination, queues[name].Arn, topics[name].Ref), destination.Type)
        ]),
        inline_policies_of(policies, "${address}RolePolicy", { Partition = partition, Region = region, Account = account }),
        with_policies([], flatten([for name, event in raw.Events : policies_for_event(event, "${address}${name}", { partition = partition, region = region, account = account })])),
      ))
      Tags = tags
    }
  }

  resource "version" {
    type = "AWS::Lambda::Version"
    part = "Version"
    name = "${address}Version${substr(sha1(jsonencode(code)), 0, 10)}"
    when = raw.AutoPublishAlias != null
    properties {
      FunctionName = function.Ref
      Description  = raw.VersionDescription
    }
    meta { DeletionPolicy = given(raw.VersionDeletionPolicy, meta.DeletionPolicy, "Retain") }
  }

  resource "alias" {
    type = "AWS::Lambda::Alias"
    part = "Alias"
    name = "${address}Alias${raw.AutoPublishAlias}"
    when = raw.AutoPublishAlias != null
    keep = ["ProvisionedConcurrencyConfig"]
    properties {
      Name            = raw.AutoPublishAlias
      FunctionName    = function.Ref
      FunctionVersion = version.Version
    }
  }

  resource "url" {
    type = "AWS::Lambda::Url"
    name = "${address}Url"
    when = raw.FunctionUrlConfig != null
    properties {
      AuthType          = raw.FunctionUrlConfig.AuthType
      Cors              = raw.FunctionUrlConfig.Cors
      InvokeMode        = raw.FunctionUrlConfig.InvokeMode
      TargetFunctionArn = target
    }
  }
  resource "url_permission" {
    type = "AWS::Lambda::Permission"
    name = "${address}UrlPublicPermissions"
    when = is_literal(raw.FunctionUrlConfig.AuthType) && raw.FunctionUrlConfig.AuthType == "NONE"
    properties {
      Action              = "lambda:InvokeFunctionUrl"
      FunctionName        = target
      FunctionUrlAuthType = "NONE"
      Principal           = "*"
    }
  }

  resource "url_invocation" {
    type = "AWS::Lambda::Permission"
    name = "${address}URLInvokeAllowPublicAccess"
    when = is_literal(raw.FunctionUrlConfig.AuthType) && raw.FunctionUrlConfig.AuthType == "NONE"
    properties {
      Action                = "lambda:InvokeFunction"
      FunctionName          = target
      InvokedViaFunctionUrl = true
      Principal             = "*"
    }
  }

  resource "deployment_application" {
    type = "AWS::CodeDeploy::Application"
    name = "ServerlessDeploymentApplication"
    when = raw.DeploymentPreference != null && given(raw.DeploymentPreference.Enabled, true)
    properties { ComputePlatform = "Lambda" }
  }
  resource "deployment_role" {
    type = "AWS::IAM::Role"
    name = "CodeDeployServiceRole"
    when = raw.DeploymentPreference != null && given(raw.DeploymentPreference.Enabled, true) && raw.DeploymentPreference.Role == null
    properties {
      AssumeRolePolicyDocument = trust_in("codedeploy.amazonaws.com")
      ManagedPolicyArns        = [managed_policy_arn("AWSCodeDeployRoleForLambda", partition)]
    }
    meta {
      DeletionPolicy      = null
      UpdateReplacePolicy = null
    }
  }
  resource "deployment_group" {
    type = "AWS::CodeDeploy::DeploymentGroup"
    name = "${address}DeploymentGroup"
    when = raw.DeploymentPreference != null && given(raw.DeploymentPreference.Enabled, true)
    properties {
      ApplicationName = deployment_application.Ref
      ServiceRoleArn  = given(raw.DeploymentPreference.Role, deployment_role.Arn)
    }
  }

  resource "invoke_config" {
    type = "AWS::Lambda::EventInvokeConfig"
    name = "${address}EventInvokeConfig"
    when = raw.EventInvokeConfig != null
    properties {
      FunctionName             = function.Ref
      Qualifier                = given(raw.AutoPublishAlias, "$LATEST")
      MaximumEventAgeInSeconds = raw.EventInvokeConfig.MaximumEventAgeInSeconds
      MaximumRetryAttempts     = raw.EventInvokeConfig.MaximumRetryAttempts
      DestinationConfig        = { for name, destination in raw.EventInvokeConfig.DestinationConfig : name => { Destination = given(destination.Destination, queues[name].Arn, topics[name].Ref) } }
    }
  }
  resource "queues" {
    type = "AWS::SQS::Queue"
    part = "DestinationQueue"
    name = "${address}EventInvokeConfig${key}Queue"
    each = raw.EventInvokeConfig.DestinationConfig
    when = item.Type == "SQS" && item.Destination == null
  }
  resource "topics" {
    type = "AWS::SNS::Topic"
    part = "DestinationTopic"
    name = "${address}EventInvokeConfig${key}Topic"
    each = raw.EventInvokeConfig.DestinationConfig
    when = item.Type == "SNS" && item.Destination == null
  }

  # Event sources that read: streams and queues.
  resource "mappings" {
    type = "AWS::Lambda::EventSourceMapping"
    name = "${address}${key}"
    each = raw.Events
    when = contains(["DocumentDB", "DynamoDB", "Kinesis", "MQ", "MSK", "SelfManagedKafka", "SQS"], item.Type)
    properties {
      EventSourceArn = given(item.Properties.Stream, item.Properties.Queue, item.Properties.Broker, item.Properties.Cluster)
      FunctionName   = target
    }
  }
  # Events that push.
  resource "rules" {
    type = "AWS::Events::Rule"
    name = "${address}${key}"
    each = raw.Events
    when = contains(["CloudWatchEvent", "EventBridgeRule", "Schedule"], item.Type)
    properties {
      Description        = item.Properties.Description
      EventBusName       = item.Properties.EventBusName
      EventPattern       = given(item.Properties.Pattern, item.Properties.EventPattern)
      Name               = given(item.Properties.Name, item.Properties.RuleName)
      ScheduleExpression = item.Properties.Schedule
      State              = event_state(item.Properties)
      Targets            = [event_target(item.Properties, "${substr("${address}${key}", 0, 52)}LambdaTarget", { Arn = given(alias.Ref, function.Arn) }, rule_queues[key].Arn)]
    }
  }
  resource "rule_queues" {
    type = "AWS::SQS::Queue"
    name = given(item.Properties.DeadLetterConfig.QueueLogicalId, "${address}${key}Queue")
    each = raw.Events
    when = contains(["CloudWatchEvent", "EventBridgeRule", "Schedule", "ScheduleV2"], item.Type) && item.Properties.DeadLetterConfig.Type == "SQS"
  }
  resource "rule_queue_policies" {
    type = "AWS::SQS::QueuePolicy"
    name = "${address}${key}QueuePolicy"
    each = raw.Events
    when = contains(["CloudWatchEvent", "EventBridgeRule", "Schedule"], item.Type) && item.Properties.DeadLetterConfig.Type == "SQS"
    properties {
      PolicyDocument = queue_policy({ Service = "events.amazonaws.com" }, rules[key].Arn, rule_queues[key].Arn)
      Queues         = [rule_queues[key].Ref]
    }
  }
  resource "schedules" {
    type = "AWS::Scheduler::Schedule"
    name = "${address}${key}"
    each = raw.Events
    when = item.Type == "ScheduleV2"
    properties {
      ScheduleExpression = item.Properties.ScheduleExpression
      Target             = { Arn = target, RoleArn = given(item.Properties.RoleArn, schedule_roles[key].Arn) }
    }
  }
  resource "schedule_roles" {
    type = "AWS::IAM::Role"
    name = "${address}${key}Role"
    each = raw.Events
    when = item.Type == "ScheduleV2" && item.Properties.RoleArn == null
    properties {
      AssumeRolePolicyDocument = trust_in("scheduler.amazonaws.com")
      PermissionsBoundary      = item.Properties.PermissionsBoundary
      Policies = concat(
        [inline_policy("${address}${key}LambdaPolicy", [allowing("lambda:InvokeFunction", given(alias.Ref, function.Arn))])],
        item.Properties.DeadLetterConfig == null ? [] : [inline_policy("${address}${key}SQSPolicy", [allowing("sqs:SendMessage", given(item.Properties.DeadLetterConfig.Arn, rule_queues[key].Arn))])],
      )
      Tags = handed
    }
  }
  resource "subscriptions" {
    type = "AWS::SNS::Subscription"
    name = "${address}${key}"
    each = raw.Events
    when = item.Type == "SNS"
    properties {
      Endpoint          = subscribes_queue(item) ? given(subscribed(item).QueueArn, subscription_queues[key].Arn) : given(alias.Ref, function.Arn)
      FilterPolicy      = item.Properties.FilterPolicy
      FilterPolicyScope = item.Properties.FilterPolicyScope
      Protocol          = subscribes_queue(item) ? "sqs" : "lambda"
      RedrivePolicy     = item.Properties.RedrivePolicy
      Region            = item.Properties.Region
      TopicArn          = item.Properties.Topic
    }
  }
  resource "subscription_queues" {
    type = "AWS::SQS::Queue"
    name = "${address}${key}Queue"
    each = raw.Events
    when = subscribes_queue(item) && subscribed(item).QueueArn == null
    properties { FifoQueue = given(declarations[name_of(item.Properties.Topic)].FifoTopic, false) ? true : null }
  }
  resource "subscription_queue_policies" {
    type = "AWS::SQS::QueuePolicy"
    name = given(subscribed(item).QueuePolicyLogicalId, "${address}${key}QueuePolicy")
    each = raw.Events
    when = subscribes_queue(item)
    properties {
      PolicyDocument = queue_policy("*", item.Properties.Topic, given(subscribed(item).QueueArn, subscription_queues[key].Arn))
      Queues         = [given(subscribed(item).QueueUrl, subscription_queues[key].Ref)]
    }
  }
  resource "subscription_mappings" {
    type = "AWS::Lambda::EventSourceMapping"
    name = "${address}${key}EventSourceMapping"
    each = raw.Events
    when = subscribes_queue(item)
    properties {
      EventSourceArn = given(subscribed(item).QueueArn, subscription_queues[key].Arn)
      FunctionName   = target
    }
  }
  resource "log_filters" {
    type = "AWS::Logs::SubscriptionFilter"
    name = "${address}${key}"
    each = raw.Events
    when = item.Type == "CloudWatchLogs"
    properties {
      DestinationArn = target
      FilterPattern  = item.Properties.FilterPattern
      LogGroupName   = item.Properties.LogGroupName
    }
  }
  resource "topic_rules" {
    type = "AWS::IoT::TopicRule"
    name = "${address}${key}"
    each = raw.Events
    when = item.Type == "IoTRule"
    properties { TopicRulePayload = { Sql = item.Properties.Sql, AwsIotSqlVersion = item.Properties.AwsIotSqlVersion } }
  }
  resource "permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}${key}Permission"
    each = raw.Events
    when = contains(["AlexaSkill", "CloudWatchEvent", "CloudWatchLogs", "EventBridgeRule", "IoTRule", "S3", "SNS", "Schedule"], item.Type) && !subscribes_queue(item)
    properties {
      Action           = "lambda:InvokeFunction"
      EventSourceToken = item.Properties.SkillId
      FunctionName     = target
      Principal        = caller_of(item.Type)
      SourceAccount    = contains(["IoTRule", "S3"], item.Type) ? account : null
      SourceArn = (
        item.Type == "SNS" ? item.Properties.Topic :
        item.Type == "IoTRule" ? "arn:${partition}:iot:${region}:${account}:rule/${topic_rules[key].Ref}" :
        item.Type == "CloudWatchLogs" ? "arn:${partition}:logs:${region}:${account}:log-group:${item.Properties.LogGroupName}:*" :
        contains(["CloudWatchEvent", "EventBridgeRule", "Schedule"], item.Type) ? rules[key].Arn :
        null
      )
    }
  }
  resource "user_pool_permission" {
    type = "AWS::Lambda::Permission"
    name = "${address}CognitoPermission"
    each = raw.Events
    when = item.Type == "Cognito"
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = target
      Principal    = "cognito-idp.amazonaws.com"
      SourceArn    = source_of(item.Properties.UserPool).Arn
    }
  }
  resource "api_permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}${key}Permission${stage_suffix(item.Properties.RestApiId, sources)}"
    each = raw.Events
    when = item.Type == "Api"
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = target
      Principal    = "apigateway.amazonaws.com"
      SourceArn    = route_arn(given(item.Properties.RestApiId, resources["ServerlessRestApi"].Ref), item.Properties, { partition = partition, region = region, account = account })
    }
  }
  resource "http_api_permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}${key}Permission"
    each = raw.Events
    when = item.Type == "HttpApi" && (is_default_route(item) || !any([for event in raw.Events : event.Type == "HttpApi" && given(name_of(event.Properties.ApiId), event.Properties.ApiId) == given(name_of(item.Properties.ApiId), item.Properties.ApiId) && is_default_route(event)]))
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = target
      Principal    = "apigateway.amazonaws.com"
      SourceArn    = route_arn(given(item.Properties.ApiId, resources["ServerlessHttpApi"].Ref), item.Properties, { partition = partition, region = region, account = account })
    }
  }

  # Where they come from must know whom to call.
  addition "notifications" {
    into = resource_named(item.Properties.Bucket, resources)
    each = raw.Events
    when = item.Type == "S3"
    properties {
      NotificationConfiguration = {
        LambdaConfigurations = [
          for event in blocks(item.Properties.Events) : { for name, value in {
            Event    = event
            Filter   = item.Properties.Filter
            Function = given(alias.Ref, function.Arn)
          } : name => value if value != null }
        ]
      }
      Tags = handed
    }
  }
  addition "triggers" {
    into = resource_named(item.Properties.UserPool, resources)
    each = raw.Events
    when = item.Type == "Cognito"
    properties { LambdaConfig = { for trigger in blocks(item.Properties.Trigger) : trigger => given(alias.Ref, function.Arn) } }
  }

  # Events that name no API share one.
  resource "rest_api" {
    type = "AWS::ApiGateway::RestApi"
    name = "ServerlessRestApi"
    each = raw.Events
    when = item.Type == "Api" && item.Properties.RestApiId == null
  }
  resource "rest_api_stage" {
    type = "AWS::ApiGateway::Stage"
    name = "ServerlessRestApiProdStage"
    each = raw.Events
    when = item.Type == "Api" && item.Properties.RestApiId == null
  }
  resource "http_api" {
    type = "AWS::ApiGatewayV2::Api"
    name = "ServerlessHttpApi"
    each = raw.Events
    when = item.Type == "HttpApi" && item.Properties.ApiId == null
  }
  resource "http_api_stage" {
    type = "AWS::ApiGatewayV2::Stage"
    name = "ServerlessHttpApiApiGatewayDefaultStage"
    each = raw.Events
    when = item.Type == "HttpApi" && item.Properties.ApiId == null
  }
}

function "none_as_null" {
  parameters = ["list"]
  result     = length(list) == 0 ? null : list
}

# `s3://bucket/key` and its parts.
function "s3_location" {
  parameters = ["uri"]
  result     = { S3Bucket = split("/", trimprefix(uri, "s3://"))[0], S3Key = join("/", slice(split("/", trimprefix(uri, "s3://")), 1, length(split("/", trimprefix(uri, "s3://"))))) }
}

function "s3_object" {
  parameters = ["object"]
  result     = { for name, value in { S3Bucket = object.Bucket, S3Key = object.Key, S3ObjectVersion = object.Version } : name => value if value != null }
}

function "dead_letter_policy" {
  parameters = ["target"]
  result = {
    PolicyName = "DeadLetterQueuePolicy"
    PolicyDocument = {
      Version   = "2012-10-17"
      Statement = [allowing(target.Type == "SQS" ? "sqs:SendMessage" : "sns:Publish", target.TargetArn)]
    }
  }
}

# `true` asks for a queue as an object without properties would.
function "subscribes_queue" {
  parameters = ["event"]
  result     = event.Type == "SNS" && (is_object(event.Properties.SqsSubscription) || given(event.Properties.SqsSubscription, false))
}

function "subscribed" {
  parameters = ["event"]
  result     = is_object(event.Properties.SqsSubscription) ? event.Properties.SqsSubscription : {}
}

function "caller_of" {
  parameters = ["event"]
  result = {
    AlexaSkill      = "alexa-appkit.amazon.com"
    CloudWatchEvent = "events.amazonaws.com"
    CloudWatchLogs  = "logs.amazonaws.com"
    EventBridgeRule = "events.amazonaws.com"
    IoTRule         = "iot.amazonaws.com"
    S3              = "s3.amazonaws.com"
    SNS             = "sns.amazonaws.com"
    Schedule        = "events.amazonaws.com"
  }[event]
}

function "policy_for_reading" {
  parameters = ["event"]
  result = subscribes_queue(event) ? "AWSLambdaSQSQueueExecutionRole" : {
    DynamoDB = "AWSLambdaDynamoDBExecutionRole"
    Kinesis  = "AWSLambdaKinesisExecutionRole"
    MSK      = "AWSLambdaMSKExecutionRole"
    SQS      = "AWSLambdaSQSQueueExecutionRole"
  }[event.Type]
}

function "queue_policy" {
  parameters = ["principal", "sender", "queue"]
  result = {
    Version   = "2012-10-17"
    Statement = [merge(allowing("sqs:SendMessage", queue), { Principal = principal, Condition = { ArnEquals = { "aws:SourceArn" = sender } } })]
  }
}
