# What a connector grants, by the types that it connects: of whose role, topic, queue or function the policy is, and what it
# allows for each kind of permission. The texts are templates over the two ends and the place of the deployment.
function "connector_grant" {
  parameters = ["source", "destination"]
  result = {
    "AWS::DynamoDB::Table AWS::Lambda::Function" = {
      to    = "role"
      of    = "destination"
      Read  = [{ actions = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"], resources = ["$${source}/stream/*"] }]
    }
    "AWS::Events::Rule AWS::SNS::Topic" = {
      to    = "topic"
      of    = "destination"
      Write = [{ actions = ["sns:Publish"], resources = ["$${destination}"], principal = "events.amazonaws.com" }]
    }
    "AWS::Events::Rule AWS::Events::EventBus" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["events:PutEvents"], resources = ["$${destination}"] }]
    }
    "AWS::Events::Rule AWS::StepFunctions::StateMachine" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["states:StartExecution"], resources = ["$${destination}"] }]
    }
    "AWS::Events::Rule AWS::Lambda::Function" = {
      to        = "function"
      principal = "events.amazonaws.com"
      of        = "destination"
      Write     = []
    }
    "AWS::Events::Rule AWS::SQS::Queue" = {
      to    = "queue"
      of    = "destination"
      Write = [{ actions = ["sqs:SendMessage"], resources = ["$${destination}"], principal = "events.amazonaws.com" }]
    }
    "AWS::Lambda::Function AWS::Lambda::Function" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["lambda:InvokeAsync", "lambda:InvokeFunction"], resources = ["$${destination}"] }]
    }
    "AWS::Lambda::Function AWS::S3::Bucket" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectLegalHold", "s3:GetObjectRetention", "s3:GetObjectTorrent", "s3:GetObjectVersion", "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTorrent", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions", "s3:ListMultipartUploadParts"], resources = ["$${destination}", "$${destination}/*"] }]
      Write = [{ actions = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject", "s3:PutObjectLegalHold", "s3:PutObjectRetention", "s3:RestoreObject"], resources = ["$${destination}", "$${destination}/*"] }]
    }
    "AWS::Lambda::Function AWS::DynamoDB::Table" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:PartiQLSelect"], resources = ["$${destination}", "$${destination}/index/*"] }]
      Write = [{ actions = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate"], resources = ["$${destination}", "$${destination}/index/*"] }]
    }
    "AWS::Lambda::Function AWS::SQS::Queue" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"], resources = ["$${destination}"] }]
      Write = [{ actions = ["sqs:DeleteMessage", "sqs:SendMessage", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue"], resources = ["$${destination}"] }]
    }
    "AWS::Lambda::Function AWS::SNS::Topic" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["sns:Publish"], resources = ["$${destination}"] }]
    }
    "AWS::Lambda::Function AWS::StepFunctions::StateMachine" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["states:DescribeStateMachine", "states:ListExecutions"], resources = ["$${destination}"] }, { actions = ["states:DescribeExecution", "states:DescribeStateMachineForExecution", "states:GetExecutionHistory"], resources = ["arn:$${partition}:states:$${region}:$${account}:execution:$${name}:*"] }]
      Write = [{ actions = ["states:StartExecution", "states:StartSyncExecution"], resources = ["$${destination}"] }, { actions = ["states:StopExecution"], resources = ["arn:$${partition}:states:$${region}:$${account}:execution:$${name}:*"] }]
    }
    "AWS::Lambda::Function AWS::Events::EventBus" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["events:PutEvents"], resources = ["$${destination}"] }]
    }
    "AWS::Lambda::Function AWS::Location::PlaceIndex" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["geo:DescribePlaceIndex", "geo:GetPlace", "geo:SearchPlaceIndexForPosition", "geo:SearchPlaceIndexForSuggestions", "geo:SearchPlaceIndexForText"], resources = ["$${destination}"] }]
    }
    "AWS::ApiGatewayV2::Api AWS::Lambda::Function" = {
      to        = "function"
      principal = "apigateway.amazonaws.com"
      of        = "destination"
      Write     = []
    }
    "AWS::ApiGateway::RestApi AWS::Lambda::Function" = {
      to        = "function"
      principal = "apigateway.amazonaws.com"
      of        = "destination"
      Write     = []
    }
    "AWS::SNS::Topic AWS::SQS::Queue" = {
      to    = "queue"
      of    = "destination"
      Write = [{ actions = ["sqs:SendMessage"], resources = ["$${destination}"], principal = "sns.amazonaws.com" }]
    }
    "AWS::SNS::Topic AWS::Lambda::Function" = {
      to        = "function"
      principal = "sns.amazonaws.com"
      of        = "destination"
      Write     = []
    }
    "AWS::SQS::Queue AWS::Lambda::Function" = {
      to    = "role"
      of    = "destination"
      Read  = [{ actions = ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"], resources = ["$${source}"] }]
      Write = [{ actions = ["sqs:DeleteMessage"], resources = ["$${source}"] }]
    }
    "AWS::S3::Bucket AWS::Lambda::Function" = {
      to        = "function"
      principal = "s3.amazonaws.com"
      of        = "destination"
      Write     = []
    }
    "AWS::StepFunctions::StateMachine AWS::Lambda::Function" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["lambda:InvokeAsync", "lambda:InvokeFunction"], resources = ["$${destination}"] }]
    }
    "AWS::StepFunctions::StateMachine AWS::SNS::Topic" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["sns:Publish"], resources = ["$${destination}"] }]
    }
    "AWS::StepFunctions::StateMachine AWS::SQS::Queue" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["sqs:SendMessage"], resources = ["$${destination}"] }]
    }
    "AWS::StepFunctions::StateMachine AWS::S3::Bucket" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectLegalHold", "s3:GetObjectRetention", "s3:GetObjectTorrent", "s3:GetObjectVersion", "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTorrent", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions", "s3:ListMultipartUploadParts"], resources = ["$${destination}", "$${destination}/*"] }]
      Write = [{ actions = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject", "s3:PutObjectLegalHold", "s3:PutObjectRetention", "s3:RestoreObject"], resources = ["$${destination}", "$${destination}/*"] }]
    }
    "AWS::StepFunctions::StateMachine AWS::DynamoDB::Table" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:PartiQLSelect"], resources = ["$${destination}", "$${destination}/index/*"] }]
      Write = [{ actions = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate"], resources = ["$${destination}", "$${destination}/index/*"] }]
    }
    "AWS::StepFunctions::StateMachine AWS::StepFunctions::StateMachine" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["states:DescribeExecution"], resources = ["arn:$${partition}:states:$${region}:$${account}:execution:$${name}:*"] }, { actions = ["events:DescribeRule"], resources = ["arn:$${partition}:events:$${region}:$${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"] }]
      Write = [{ actions = ["states:StartExecution"], resources = ["$${destination}"] }, { actions = ["states:StopExecution"], resources = ["arn:$${partition}:states:$${region}:$${account}:execution:$${name}:*"] }, { actions = ["events:PutTargets", "events:PutRule"], resources = ["arn:$${partition}:events:$${region}:$${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"] }]
    }
    "AWS::StepFunctions::StateMachine AWS::Events::EventBus" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["events:PutEvents"], resources = ["$${destination}"] }]
    }
    "AWS::AppSync::DataSource AWS::DynamoDB::Table" = {
      to    = "role"
      of    = "source"
      Read  = [{ actions = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:PartiQLSelect"], resources = ["$${destination}", "$${destination}/index/*"] }]
      Write = [{ actions = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate"], resources = ["$${destination}", "$${destination}/index/*"] }]
    }
    "AWS::AppSync::DataSource AWS::Lambda::Function" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["lambda:InvokeAsync", "lambda:InvokeFunction"], resources = ["$${destination}", "$${destination}:*"] }]
    }
    "AWS::AppSync::DataSource AWS::Events::EventBus" = {
      to    = "role"
      of    = "source"
      Write = [{ actions = ["events:PutEvents"], resources = ["$${destination}"] }]
    }
    "AWS::AppSync::GraphQLApi AWS::Lambda::Function" = {
      to        = "function"
      principal = "appsync.amazonaws.com"
      of        = "destination"
      Write     = []
    }
  }["${source} ${destination}"]
}
