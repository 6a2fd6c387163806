# Deployments have names that follow from the whole definition of the API, which is composed of all its events. Nobody refers
# to them, and they hold no data.

expansion "AWS::Serverless::Api" {
  defaults = "Api"

  resource "api" {
    type = "AWS::ApiGateway::RestApi"
    keep = ["ApiKeySourceType", "BinaryMediaTypes", "Description", "EndpointConfiguration", "FailOnWarnings", "MinimumCompressionSize", "Mode", "Name", "Policy"]
    properties {
      Body = raw.DefinitionBody
      Tags = raw.Tags == null || !given(raw.PropagateTags, false) ? null : tag_pairs(raw.Tags)
    }
  }
  resource "stage" {
    part = "Stage"
    type = "AWS::ApiGateway::Stage"
    name = is_literal(raw.StageName) ? "${address}${raw.StageName}Stage" : "${address}Stage"
    keep = ["AccessLogSetting", "CacheClusterEnabled", "CacheClusterSize", "CanarySetting", "MethodSettings", "StageName", "TracingEnabled", "Variables"]
    properties {
      RestApiId = api.Ref
      Tags      = raw.Tags == null ? null : tag_pairs(raw.Tags)
    }
  }
  resource "authorizer_permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}${key}AuthorizerPermission"
    each = raw.Auth.Authorizers
    when = item.FunctionArn != null && !given(item.DisableFunctionDefaultPermissions, false)
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = item.FunctionArn
      Principal    = "apigateway.amazonaws.com"
      SourceArn    = "arn:${partition}:execute-api:${region}:${account}:${api.Ref}/authorizers/*"
    }
  
  }
}

expansion "AWS::Serverless::HttpApi" {
  defaults = "HttpApi"

  names {
    tags = serverless_tags("httpapi:createdBy", raw.Tags, raw.PropagateTags)
  }

  resource "api" {
    type = "AWS::ApiGatewayV2::Api"
    keep = ["Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Name"]
    properties { Body = raw.DefinitionBody }
  }
  resource "stage" {
    part = "Stage"
    type = "AWS::ApiGatewayV2::Stage"
    name = raw.StageName == null ? "${address}ApiGatewayDefaultStage" : is_literal(raw.StageName) ? "${address}${raw.StageName}Stage" : "${address}Stage"
    keep = ["AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables"]
    properties {
      ApiId      = api.Ref
      AutoDeploy = true
      StageName  = given(raw.StageName, "$default")
      Tags       = tags
    }
  }
  resource "authorizer_permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}${key}AuthorizerPermission"
    each = raw.Auth.Authorizers
    when = item.FunctionArn != null && given(item.EnableFunctionDefaultPermissions, false)
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = item.FunctionArn
      Principal    = "apigateway.amazonaws.com"
      SourceArn    = "arn:${partition}:execute-api:${region}:${account}:${api.Ref}/authorizers/*"
    }
  
  }
}

expansion "AWS::Serverless::WebSocketApi" {
  defaults = "WebSocketApi"

  names {
    tags = serverless_tags("websocketapi:createdBy", raw.Tags, raw.PropagateTags)
  }

  resource "api" {
    type = "AWS::ApiGatewayV2::Api"
    keep = ["ApiKeySelectionExpression", "Description", "DisableExecuteApiEndpoint", "DisableSchemaValidation", "IpAddressType", "RouteSelectionExpression"]
    properties {
      Name         = given(raw.Name, address)
      ProtocolType = "WEBSOCKET"
    }
  }
  resource "stage" {
    part = "Stage"
    type = "AWS::ApiGatewayV2::Stage"
    name = "${address}${given(raw.StageName, "default")}Stage"
    keep = ["AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables"]
    properties {
      ApiId     = api.Ref
      StageName = given(raw.StageName, "default")
      Tags      = tags
    }
  }
  resource "authorizer_permission" {
    type = "AWS::Lambda::Permission"
    name = "${address}AuthorizerPermission"
    when = raw.Auth.AuthArn != null && raw.Auth.InvokeRole == null
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = raw.Auth.AuthArn
      Principal    = "apigateway.amazonaws.com"
      SourceArn    = "arn:${partition}:execute-api:${region}:${account}:${api.Ref}/authorizers/*"
    }
  }
  resource "route_permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}${replace(title(replace(key, "$", "")), "/[^0-9A-Za-z]/", "")}Permission"
    each = raw.Routes
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = item.FunctionArn
      Principal    = "apigateway.amazonaws.com"
      SourceArn    = "arn:${partition}:execute-api:${region}:${account}:${api.ApiId}/${given(raw.StageName, "default")}/${key}"
    }
  }
}

# What an event says by a reference or by the bare name.
function "resource_named" {
  parameters = ["mention", "resources"]
  result     = given(source_of(mention), resources[mention])
}

# A permission carries the name of the stage. What is no fit part of a name is replaced by its hash.
function "stage_suffix" {
  parameters = ["api", "sources"]
  result     = api == null ? "Prod" : suffix_of_stage(sources[given(name_of(api), api)].StageName)
}

function "suffix_of_stage" {
  parameters = ["stage"]
  result = (
    stage == null ? "Prod" :
    !is_literal(stage) ? "Stage" :
    can(regex("^[0-9A-Za-z]+$", stage)) ? stage :
    substr(sha1(stage), 0, 10)
  )
}

# Whom a permission lets call: the route of an event, at any stage.
function "route_arn" {
  parameters = ["api", "route", "place"]
  result = "arn:${place.partition}:execute-api:${place.region}:${place.account}:${api}/*${
    route.Path == "/$default" ? "/$default" :
    route.Path == null ? "/*" :
    "/${upper(route.Method) == "ANY" ? "*" : upper(route.Method)}${replace(replace(route.Path, "/^(.+)\\/$/", "$1"), "/\\{[0-9A-Za-z._-]+\\+?\\}/", "*")}"
  }"
}

# It takes all that no other route takes.
function "is_default_route" {
  parameters = ["event"]
  result     = event.Properties.Path == null && event.Properties.Method == null
}
