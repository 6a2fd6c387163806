expansion "AWS::Serverless::StateMachine" {
  defaults = "StateMachine"

  names {
    tags     = serverless_tags("stateMachine:createdBy", raw.Tags, raw.PropagateTags)
    handed   = propagated_tags(raw.Tags, raw.PropagateTags)
    policies = blocks(raw.Policies)
  }

  resource "state_machine" {
    type = "AWS::StepFunctions::StateMachine"
    keep = ["DefinitionSubstitutions"]
    properties {
      DefinitionS3Location    = raw.DefinitionUri == null ? null : is_object(raw.DefinitionUri) ? { Bucket = raw.DefinitionUri.Bucket, Key = raw.DefinitionUri.Key } : s3_location(raw.DefinitionUri)
      DefinitionString        = raw.Definition == null ? null : jsonencode(raw.Definition)
      LoggingConfiguration    = raw.Logging
      RoleArn                 = given(raw.Role, role.Arn)
      StateMachineName        = raw.Name
      StateMachineType        = raw.Type
      Tags                    = tags
      TracingConfiguration    = raw.Tracing
      EncryptionConfiguration = raw.EncryptionConfiguration
    }
  }

  resource "role" {
    type = "AWS::IAM::Role"
    name = "${address}Role"
    when = raw.Role == null
    properties {
      AssumeRolePolicyDocument = trust_in("states.amazonaws.com")
      ManagedPolicyArns        = with_policies(given(raw.Tracing.Enabled, false) ? [tracing_policy(partition)] : [], managed_policies_of(policies, partition))
      Path                = raw.RolePath
      PermissionsBoundary = raw.PermissionsBoundary
      Policies            = none_as_null(inline_policies_of(policies, "${address}RolePolicy", { Partition = partition, Region = region, Account = account }))
      Tags                = tags
    }
  }

  resource "version" {
    type = "AWS::StepFunctions::StateMachineVersion"
    name = "${address}Version"
    when = raw.AutoPublishAlias != null
    properties { StateMachineArn = state_machine.Ref }
    meta { DeletionPolicy = given(meta.DeletionPolicy, "Retain") }
  }
  resource "alias" {
    type = "AWS::StepFunctions::StateMachineAlias"
    name = "${address}Alias${raw.AutoPublishAlias}"
    when = raw.AutoPublishAlias != null
    properties { Name = raw.AutoPublishAlias }
  }

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
      Targets = [event_target(item.Properties, "${substr("${address}${key}", 0, 45)}StepFunctionsTarget", {
        Arn     = given(alias.Ref, state_machine.Ref)
        RoleArn = given(item.Properties.RoleArn, event_roles[key].Arn)
      }, rule_queues[key].Arn)]
    }
  }
  resource "rule_queues" {
    type = "AWS::SQS::Queue"
    name = given(item.Properties.DeadLetterConfig.QueueLogicalId, "${address}${key}Queue")
    each = raw.Events
    when = item.Properties.DeadLetterConfig.Type == "SQS"
  }
  resource "rule_queue_policies" {
    type = "AWS::SQS::QueuePolicy"
    name = "${address}${key}QueuePolicy"
    each = raw.Events
    when = item.Properties.DeadLetterConfig.Type == "SQS" && item.Type != "ScheduleV2"
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
      Target             = { Arn = state_machine.Ref, RoleArn = given(item.Properties.RoleArn, event_roles[key].Arn) }
    }
  }
  resource "event_roles" {
    type = "AWS::IAM::Role"
    name = "${address}${key}Role"
    each = raw.Events
    when = given(item.Properties.RoleArn, item.Properties.Role) == null
    properties {
      AssumeRolePolicyDocument = trust_in(item.Type == "Api" ? "apigateway.amazonaws.com" : item.Type == "ScheduleV2" ? "scheduler.amazonaws.com" : "events.amazonaws.com")
      PermissionsBoundary      = given(item.Properties.PermissionsBoundary, item.Type == "ScheduleV2" ? null : raw.PermissionsBoundary)
      Policies = concat(
        [inline_policy("${address}${key}${item.Type == "ScheduleV2" ? "" : "Role"}StartExecutionPolicy", [allowing("states:StartExecution", given(alias.Ref, state_machine.Ref))])],
        item.Type == "ScheduleV2" && item.Properties.DeadLetterConfig != null ? [inline_policy("${address}${key}SQSPolicy", [allowing("sqs:SendMessage", given(item.Properties.DeadLetterConfig.Arn, rule_queues[key].Arn))])] : [],
      )
      Tags = handed
    }
  }
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
}
