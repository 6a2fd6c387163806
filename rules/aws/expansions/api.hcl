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
    type = "AWS::ApiGateway::Stage"
    name = is_known(raw.StageName) ? "${address}${raw.StageName}Stage" : "${address}Stage"
    keep = ["AccessLogSetting", "CacheClusterEnabled", "CacheClusterSize", "CanarySetting", "MethodSettings", "StageName", "TracingEnabled", "Variables"]
    properties {
      RestApiId = api.Ref
      Tags      = raw.Tags == null ? null : tag_pairs(raw.Tags)
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
    type = "AWS::ApiGatewayV2::Stage"
    name = raw.StageName == null ? "${address}ApiGatewayDefaultStage" : is_known(raw.StageName) ? "${address}${raw.StageName}Stage" : "${address}Stage"
    keep = ["AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables"]
    properties {
      ApiId      = api.Ref
      AutoDeploy = true
      StageName  = given(raw.StageName, "$default")
      Tags       = tags
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
    type = "AWS::ApiGatewayV2::Stage"
    name = "${address}${given(raw.StageName, "default")}Stage"
    keep = ["AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables"]
    properties {
      ApiId     = api.Ref
      StageName = given(raw.StageName, "default")
      Tags      = tags
    }
  }
}
