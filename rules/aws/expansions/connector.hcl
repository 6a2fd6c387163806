# A connector lets one resource do something with others: by a policy of somebody's role, or of what is used.
expansion "AWS::Serverless::Connector" {
  attached = "Connectors"

  names {
    source = given(meta.carrier, "") == "" ? raw.Source : merge(given(raw.SourceReference, {}), { Id = meta.carrier })
    place  = { partition = partition, region = region, account = account }
    ends = [
      for destination in blocks(raw.Destination) : {
        from  = connected(source, destination, resources, declarations, types)
        to    = connected(destination, source, resources, declarations, types)
        grant = connector_grant(type_at(source, types), type_at(destination, types))
      }
    ]
    grants = [
      for end in ends : {
        by         = end.grant.to
        holder     = end.grant.of == "source" ? end.from : end.to
        statements = granted(end.grant, end.from, end.to, raw.Permissions, place)
        principal  = end.grant.principal
        source_arn = calling_arn(end.grant.principal, source, end.from, place)
      }
    ]
    numbered = !is_object(raw.Destination)
  }

  resource "role_policies" {
    type = "AWS::IAM::ManagedPolicy"
    name = "${address}Policy${numbered ? "Destination${key}" : ""}"
    each = grants
    when = item.by == "role"
    properties {
      PolicyDocument = { Version = "2012-10-17", Statement = item.statements }
      Roles          = [item.holder.role]
    }
  }
  resource "topic_policies" {
    type = "AWS::SNS::TopicPolicy"
    name = "${address}TopicPolicy${numbered ? "Destination${key}" : ""}"
    each = grants
    when = item.by == "topic"
    properties {
      PolicyDocument = { Version = "2012-10-17", Statement = item.statements }
      Topics         = [item.holder.arn]
    }
  }
  resource "queue_policies" {
    type = "AWS::SQS::QueuePolicy"
    name = "${address}QueuePolicy${numbered ? "Destination${key}" : ""}"
    each = grants
    when = item.by == "queue"
    properties {
      PolicyDocument = { Version = "2012-10-17", Statement = item.statements }
      Queues         = [item.holder.url]
    }
  }
  resource "permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}WriteLambdaPermission${numbered ? "Destination${key}" : ""}"
    each = grants
    when = item.by == "function"
    properties {
      Action        = "lambda:InvokeFunction"
      FunctionName  = item.holder.arn
      Principal     = item.principal
      SourceAccount = item.principal == "s3.amazonaws.com" ? account : null
      SourceArn     = item.source_arn
    }
  }
}

# An end of a connector is a resource of the template, or what is said of one that is elsewhere.
function "type_at" {
  parameters = ["end", "types"]
  result     = end.Id != null ? types[end.Id] : given(plain_types()[end.Type], end.Type)
}

function "plain_types" {
  parameters = []
  result = {
    "AWS::Serverless::Api"          = "AWS::ApiGateway::RestApi"
    "AWS::Serverless::Function"     = "AWS::Lambda::Function"
    "AWS::Serverless::HttpApi"      = "AWS::ApiGatewayV2::Api"
    "AWS::Serverless::SimpleTable"  = "AWS::DynamoDB::Table"
    "AWS::Serverless::StateMachine" = "AWS::StepFunctions::StateMachine"
  }
}

function "connected" {
  parameters = ["end", "other", "resources", "declarations", "types"]
  result = end.Id == null ? {
    api  = end.ResourceId
    arn  = end.Arn
    name = end.Name
    role = end.RoleName
    url  = end.QueueUrl
    } : {
    api  = resources[end.Id].ApiId
    arn  = is_called_by_arn(types[end.Id]) ? resources[end.Id].Ref : resources[end.Id].Arn
    name = resources[end.Id].Name
    role = role_at(declarations[end.Id], types[end.Id], other.Id == null ? other.Arn : resources[other.Id])
    url  = resources[end.Id].Ref
  }
}

function "is_called_by_arn" {
  parameters = ["type"]
  result     = contains(["AWS::StepFunctions::StateMachine", "AWS::AppSync::GraphQLApi", "AWS::AppSync::DataSource", "AWS::SNS::Topic"], type)
}

# The role that a resource acts in. A rule of events has one for each of its targets.
function "role_at" {
  parameters = ["resource", "type", "target"]
  result = (
    type == "AWS::Lambda::Function" ? role_behind(resource.Role) :
    type == "AWS::StepFunctions::StateMachine" ? role_behind(resource.RoleArn) :
    type == "AWS::AppSync::DataSource" ? role_behind(resource.ServiceRoleArn) :
    type == "AWS::Events::Rule" ? first([for entry in resource.Targets : role_behind(entry.RoleArn) if entry.Arn == target || source_of(entry.Arn) == target]) :
    null
  )
}

function "role_behind" {
  parameters = ["arn"]
  result     = given(source_of(arn).Ref, unresolved("the role is not one of the template"))
}

function "granted" {
  parameters = ["grant", "from", "to", "permissions", "place"]
  result = grant == null ? unresolved("what the connector grants is not known") : flatten([
    for permission in ["Read", "Write"] : [
      for statement in given(grant[permission], []) : { for name, value in {
        Effect    = "Allow"
        Action    = statement.actions
        Resource  = [for resource in statement.resources : templatestring(resource, merge(place, { source = from.arn, destination = to.arn, name = to.name }))]
        Principal = statement.principal == null ? null : { Service = statement.principal }
        Condition = statement.principal == null ? null : { ArnEquals = { "aws:SourceArn" = from.arn } }
      } : name => value if value != null }
    ] if contains(permissions, permission)
  ])
}

# APIs call functions under an ARN of their own.
function "calling_arn" {
  parameters = ["principal", "source", "end", "place"]
  result = (
    principal == "apigateway.amazonaws.com" ? "arn:${place.partition}:execute-api:${place.region}:${place.account}:${given(source.ResourceId, end.url)}/${given(source.Qualifier, "*")}" :
    principal == "appsync.amazonaws.com" ? "arn:${place.partition}:appsync:${place.region}:${place.account}:apis/${given(source.ResourceId, end.api)}" :
    end.arn
  )
}
