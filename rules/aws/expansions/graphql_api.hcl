expansion "AWS::Serverless::GraphQLApi" {
  resource "api" {
    type = "AWS::AppSync::GraphQLApi"
    keep = ["IntrospectionConfig", "OwnerContact", "QueryDepthLimit", "ResolverCountLimit", "Visibility", "XrayEnabled"]
    properties {
      AuthenticationType = raw.Auth.Type
      Name               = given(raw.Name, address)
      Tags               = raw.Tags == null ? null : tag_pairs(raw.Tags)
    }
  }
  resource "schema" {
    type = "AWS::AppSync::GraphQLSchema"
    name = "${address}Schema"
    properties {
      ApiId              = api.ApiId
      Definition         = raw.SchemaInline
      DefinitionS3Location = raw.SchemaUri
    }
  }
  # Numbered from one, the API's own before the additional ones.
  resource "authorizer_permissions" {
    type = "AWS::Lambda::Permission"
    name = "${address}ToLambdaAuthConnector${key + 1}WriteLambdaPermission"
    each = [
      for auth in concat([raw.Auth], given(raw.Auth.Additional, [])) : auth.LambdaAuthorizer
      if auth.LambdaAuthorizer != null
    ]
    properties {
      Action       = "lambda:InvokeFunction"
      FunctionName = item.AuthorizerUri
      Principal    = "appsync.amazonaws.com"
      SourceArn    = "arn:${partition}:appsync:${region}:${account}:apis/${api.ApiId}"
    }
  }
  resource "log_role" {
    type = "AWS::IAM::Role"
    name = "${address}CloudWatchRole"
    when = raw.Logging == null || (is_object(raw.Logging) ? raw.Logging.CloudWatchLogsRoleArn == null : raw.Logging)
    properties {
      AssumeRolePolicyDocument = trust_in("appsync.amazonaws.com")
      ManagedPolicyArns        = [managed_policy_arn("AWSAppSyncPushToCloudWatchLogs", partition)]
    }
  }
  resource "keys" {
    type = "AWS::AppSync::ApiKey"
    name = "${address}${key}"
    each = raw.ApiKeys
    properties { ApiId = api.ApiId }
  }
  resource "cache" {
    type = "AWS::AppSync::ApiCache"
    name = "${address}ApiCache"
    when = raw.Cache != null
    properties { ApiId = api.ApiId }
  }
  resource "domain_name" {
    type = "AWS::AppSync::DomainName"
    name = "${address}DomainName"
    when = raw.DomainName != null
    keep = ["DomainName"]
  }
  resource "domain_association" {
    type = "AWS::AppSync::DomainNameApiAssociation"
    name = "${address}DomainNameApiAssociation"
    when = raw.DomainName != null
    properties { ApiId = api.ApiId }
  }
  resource "tables" {
    type = "AWS::AppSync::DataSource"
    name = "${address}${key}DynamoDBDataSource"
    each = raw.DataSources.DynamoDb
    properties {
      ApiId          = api.ApiId
      ServiceRoleArn = given(item.ServiceRoleArn, table_roles[key].Arn)
    }
  }
  resource "table_roles" {
    type = "AWS::IAM::Role"
    name = "${address}${key}DynamoDBDataSourceRole"
    each = raw.DataSources.DynamoDb
    when = item.ServiceRoleArn == null
    properties { AssumeRolePolicyDocument = trust_in("appsync.amazonaws.com") }
  }
  resource "table_policies" {
    type = "AWS::IAM::ManagedPolicy"
    name = "${address}${key}DynamoDBDataSourceToTableConnectorPolicy"
    each = raw.DataSources.DynamoDb
    when = item.ServiceRoleArn == null
    properties {
      PolicyDocument = {
        Version = "2012-10-17"
        Statement = granted(
          connector_grant("AWS::AppSync::DataSource", "AWS::DynamoDB::Table"),
          null,
          { arn = given(item.TableArn, "arn:${partition}:dynamodb:${given(item.Region, region)}:${account}:table/${item.TableName}") },
          given(item.Permissions, ["Read", "Write"]),
          {},
        )
      }
      Roles = [table_roles[key].Ref]
    }
  }
  resource "function_policies" {
    type = "AWS::IAM::ManagedPolicy"
    name = "${address}${key}LambdaDataSourceToLambdaConnectorPolicy"
    each = raw.DataSources.Lambda
    when = item.ServiceRoleArn == null
    properties {
      PolicyDocument = {
        Version   = "2012-10-17"
        Statement = granted(connector_grant("AWS::AppSync::DataSource", "AWS::Lambda::Function"), null, { arn = item.FunctionArn }, ["Write"], {})
      }
      Roles = [function_roles[key].Ref]
    }
  }
  resource "functions" {
    type = "AWS::AppSync::DataSource"
    name = "${address}${key}LambdaDataSource"
    each = raw.DataSources.Lambda
    properties {
      ApiId          = api.ApiId
      ServiceRoleArn = given(item.ServiceRoleArn, function_roles[key].Arn)
    }
  }
  resource "function_roles" {
    type = "AWS::IAM::Role"
    name = "${address}${key}LambdaDataSourceRole"
    each = raw.DataSources.Lambda
    when = item.ServiceRoleArn == null
    properties { AssumeRolePolicyDocument = trust_in("appsync.amazonaws.com") }
  }
  resource "resolver_functions" {
    type = "AWS::AppSync::FunctionConfiguration"
    name = "${address}${key}"
    each = raw.Functions
    when = item.Id == null
    properties { ApiId = api.ApiId }
  }
}
