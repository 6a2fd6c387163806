# What a policy template allows, by its name. The texts are templates over the parameters of the policy and the place of
# the deployment.
function "policy_template" {
  parameters = ["name"]
  result = {
    AMIDescribePolicy = [{ actions = ["ec2:DescribeImages"], resources = ["*"] }]
    AWSSecretsManagerGetSecretValuePolicy = [{ actions = ["secretsmanager:GetSecretValue"], resources = ["$${SecretArn}"] }]
    AWSSecretsManagerRotationPolicy = [
      { actions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"], resources = ["arn:$${Partition}:secretsmanager:$${Region}:$${Account}:secret:*"], condition = {StringEquals = {"secretsmanager:resource/AllowRotationLambdaArn" = ["arn:$${Partition}:lambda:$${Region}:$${Account}:function:$${FunctionName}"]}} },
      { actions = ["secretsmanager:GetRandomPassword"], resources = ["*"] },
    ]
    AcmGetCertificatePolicy = [{ actions = ["acm:GetCertificate"], resources = ["$${CertificateArn}"] }]
    AthenaQueryPolicy = [
      { actions = ["athena:ListWorkGroups", "athena:GetExecutionEngine", "athena:GetExecutionEngines", "athena:GetNamespace", "athena:GetCatalogs", "athena:GetNamespaces", "athena:GetTables", "athena:GetTable"], resources = ["*"] },
      { actions = ["athena:StartQueryExecution", "athena:GetQueryResults", "athena:DeleteNamedQuery", "athena:GetNamedQuery", "athena:ListQueryExecutions", "athena:StopQueryExecution", "athena:GetQueryResultsStream", "athena:ListNamedQueries", "athena:CreateNamedQuery", "athena:GetQueryExecution", "athena:BatchGetNamedQuery", "athena:BatchGetQueryExecution", "athena:GetWorkGroup"], resources = ["arn:$${Partition}:athena:$${Region}:$${Account}:workgroup/$${WorkGroupName}"] },
    ]
    CloudFormationDescribeStacksPolicy = [{ actions = ["cloudformation:DescribeStacks"], resources = ["arn:$${Partition}:cloudformation:$${Region}:$${Account}:stack/*"] }]
    CloudWatchDashboardPolicy = [{ actions = ["cloudwatch:GetDashboard", "cloudwatch:ListDashboards", "cloudwatch:PutDashboard", "cloudwatch:ListMetrics"], resources = ["*"] }]
    CloudWatchDescribeAlarmHistoryPolicy = [{ actions = ["cloudwatch:DescribeAlarmHistory"], resources = ["*"] }]
    CloudWatchPutMetricPolicy = [{ actions = ["cloudwatch:PutMetricData"], resources = ["*"] }]
    CodeCommitCrudPolicy = [{ actions = ["codecommit:GitPull", "codecommit:GitPush", "codecommit:CreateBranch", "codecommit:DeleteBranch", "codecommit:GetBranch", "codecommit:ListBranches", "codecommit:MergeBranchesByFastForward", "codecommit:MergeBranchesBySquash", "codecommit:MergeBranchesByThreeWay", "codecommit:UpdateDefaultBranch", "codecommit:BatchDescribeMergeConflicts", "codecommit:CreateUnreferencedMergeCommit", "codecommit:DescribeMergeConflicts", "codecommit:GetMergeCommit", "codecommit:GetMergeOptions", "codecommit:BatchGetPullRequests", "codecommit:CreatePullRequest", "codecommit:DescribePullRequestEvents", "codecommit:GetCommentsForPullRequest", "codecommit:GetCommitsFromMergeBase", "codecommit:GetMergeConflicts", "codecommit:GetPullRequest", "codecommit:ListPullRequests", "codecommit:MergePullRequestByFastForward", "codecommit:MergePullRequestBySquash", "codecommit:MergePullRequestByThreeWay", "codecommit:PostCommentForPullRequest", "codecommit:UpdatePullRequestDescription", "codecommit:UpdatePullRequestStatus", "codecommit:UpdatePullRequestTitle", "codecommit:DeleteFile", "codecommit:GetBlob", "codecommit:GetFile", "codecommit:GetFolder", "codecommit:PutFile", "codecommit:DeleteCommentContent", "codecommit:GetComment", "codecommit:GetCommentsForComparedCommit", "codecommit:PostCommentForComparedCommit", "codecommit:PostCommentReply", "codecommit:UpdateComment", "codecommit:BatchGetCommits", "codecommit:CreateCommit", "codecommit:GetCommit", "codecommit:GetCommitHistory", "codecommit:GetDifferences", "codecommit:GetObjectIdentifier", "codecommit:GetReferences", "codecommit:GetTree", "codecommit:GetRepository", "codecommit:UpdateRepositoryDescription", "codecommit:ListTagsForResource", "codecommit:TagResource", "codecommit:UntagResource", "codecommit:GetRepositoryTriggers", "codecommit:PutRepositoryTriggers", "codecommit:TestRepositoryTriggers", "codecommit:GetBranch", "codecommit:GetCommit", "codecommit:UploadArchive", "codecommit:GetUploadArchiveStatus", "codecommit:CancelUploadArchive"], resources = ["arn:$${Partition}:codecommit:$${Region}:$${Account}:$${RepositoryName}"] }]
    CodeCommitReadPolicy = [{ actions = ["codecommit:GitPull", "codecommit:GetBranch", "codecommit:ListBranches", "codecommit:BatchDescribeMergeConflicts", "codecommit:DescribeMergeConflicts", "codecommit:GetMergeCommit", "codecommit:GetMergeOptions", "codecommit:BatchGetPullRequests", "codecommit:DescribePullRequestEvents", "codecommit:GetCommentsForPullRequest", "codecommit:GetCommitsFromMergeBase", "codecommit:GetMergeConflicts", "codecommit:GetPullRequest", "codecommit:ListPullRequests", "codecommit:GetBlob", "codecommit:GetFile", "codecommit:GetFolder", "codecommit:GetComment", "codecommit:GetCommentsForComparedCommit", "codecommit:BatchGetCommits", "codecommit:GetCommit", "codecommit:GetCommitHistory", "codecommit:GetDifferences", "codecommit:GetObjectIdentifier", "codecommit:GetReferences", "codecommit:GetTree", "codecommit:GetRepository", "codecommit:ListTagsForResource", "codecommit:GetRepositoryTriggers", "codecommit:TestRepositoryTriggers", "codecommit:GetBranch", "codecommit:GetCommit", "codecommit:GetUploadArchiveStatus"], resources = ["arn:$${Partition}:codecommit:$${Region}:$${Account}:$${RepositoryName}"] }]
    CodePipelineLambdaExecutionPolicy = [{ actions = ["codepipeline:PutJobSuccessResult", "codepipeline:PutJobFailureResult"], resources = ["*"] }]
    CodePipelineReadOnlyPolicy = [{ actions = ["codepipeline:ListPipelineExecutions"], resources = ["arn:$${Partition}:codepipeline:$${Region}:$${Account}:$${PipelineName}"] }]
    ComprehendBasicAccessPolicy = [{ actions = ["comprehend:BatchDetectKeyPhrases", "comprehend:DetectDominantLanguage", "comprehend:DetectEntities", "comprehend:BatchDetectEntities", "comprehend:DetectKeyPhrases", "comprehend:DetectSentiment", "comprehend:BatchDetectDominantLanguage", "comprehend:BatchDetectSentiment"], resources = ["*"] }]
    CostExplorerReadOnlyPolicy = [{ actions = ["ce:GetCostAndUsage", "ce:GetDimensionValues", "ce:GetReservationCoverage", "ce:GetReservationPurchaseRecommendation", "ce:GetReservationUtilization", "ce:GetTags"], resources = ["*"] }]
    DynamoDBBackupFullAccessPolicy = [
      { actions = ["dynamodb:CreateBackup", "dynamodb:DescribeContinuousBackups"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}"] },
      { actions = ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup", "dynamodb:ListBackups"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}/backup/*"] },
    ]
    DynamoDBCrudPolicy = [{ actions = ["dynamodb:GetItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:Scan", "dynamodb:Query", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem", "dynamodb:BatchGetItem", "dynamodb:DescribeTable", "dynamodb:ConditionCheckItem"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}", "arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}/index/*"] }]
    DynamoDBReadPolicy = [{ actions = ["dynamodb:GetItem", "dynamodb:Scan", "dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:DescribeTable"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}", "arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}/index/*"] }]
    DynamoDBReconfigurePolicy = [{ actions = ["dynamodb:UpdateTable"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}"] }]
    DynamoDBRestoreFromBackupPolicy = [
      { actions = ["dynamodb:RestoreTableFromBackup"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}/backup/*"] },
      { actions = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchWriteItem"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}"] },
    ]
    DynamoDBStreamReadPolicy = [
      { actions = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}/stream/$${StreamName}"] },
      { actions = ["dynamodb:ListStreams"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}/stream/*"] },
    ]
    DynamoDBWritePolicy = [{ actions = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"], resources = ["arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}", "arn:$${Partition}:dynamodb:$${Region}:$${Account}:table/$${TableName}/index/*"] }]
    EC2CopyImagePolicy = [{ actions = ["ec2:CopyImage"], resources = ["arn:$${Partition}:ec2:$${Region}:$${Account}:image/$${ImageId}"] }]
    EC2DescribePolicy = [{ actions = ["ec2:DescribeRegions", "ec2:DescribeInstances"], resources = ["*"] }]
    EKSDescribePolicy = [{ actions = ["eks:DescribeCluster", "eks:ListClusters"], resources = ["*"] }]
    ElasticsearchHttpPostPolicy = [{ actions = ["es:ESHttpPost", "es:ESHttpPut"], resources = ["arn:$${Partition}:es:$${Region}:$${Account}:domain/$${DomainName}/*"] }]
    EventBridgePutEventsPolicy = [{ actions = ["events:PutEvents"], resources = ["arn:$${Partition}:events:$${Region}:$${Account}:event-bus/$${EventBusName}"] }]
    FilterLogEventsPolicy = [{ actions = ["logs:FilterLogEvents"], resources = ["arn:$${Partition}:logs:$${Region}:$${Account}:log-group:$${LogGroupName}:log-stream:*"] }]
    KMSDecryptPolicy = [{ actions = ["kms:Decrypt"], resources = ["arn:$${Partition}:kms:$${Region}:$${Account}:key/$${KeyId}"] }]
    KMSEncryptPolicy = [{ actions = ["kms:Encrypt"], resources = ["arn:$${Partition}:kms:$${Region}:$${Account}:key/$${KeyId}"] }]
    KMSEncryptPolicy_v2 = [{ actions = ["kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:GenerateDataKeyPair", "kms:GenerateDataKeyPairWithoutPlaintext"], resources = ["arn:$${Partition}:kms:$${Region}:$${Account}:key/$${KeyId}"] }]
    KinesisCrudPolicy = [{ actions = ["kinesis:AddTagsToStream", "kinesis:CreateStream", "kinesis:DecreaseStreamRetentionPeriod", "kinesis:DeleteStream", "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetShardIterator", "kinesis:IncreaseStreamRetentionPeriod", "kinesis:ListTagsForStream", "kinesis:MergeShards", "kinesis:PutRecord", "kinesis:PutRecords", "kinesis:SplitShard", "kinesis:RemoveTagsFromStream"], resources = ["arn:$${Partition}:kinesis:$${Region}:$${Account}:stream/$${StreamName}"] }]
    KinesisStreamReadPolicy = [
      { actions = ["kinesis:ListStreams", "kinesis:DescribeLimits"], resources = ["arn:$${Partition}:kinesis:$${Region}:$${Account}:stream/*"] },
      { actions = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator"], resources = ["arn:$${Partition}:kinesis:$${Region}:$${Account}:stream/$${StreamName}"] },
    ]
    LambdaInvokePolicy = [{ actions = ["lambda:InvokeFunction"], resources = ["arn:$${Partition}:lambda:$${Region}:$${Account}:function:$${FunctionName}*"] }]
    MobileAnalyticsWriteOnlyAccessPolicy = [{ actions = ["mobileanalytics:PutEvents"], resources = ["*"] }]
    OrganizationsListAccountsPolicy = [{ actions = ["organizations:ListAccounts"], resources = ["*"] }]
    PinpointEndpointAccessPolicy = [{ actions = ["mobiletargeting:GetEndpoint", "mobiletargeting:UpdateEndpoint", "mobiletargeting:UpdateEndpointsBatch"], resources = ["arn:$${Partition}:mobiletargeting:$${Region}:$${Account}:apps/$${PinpointApplicationId}/endpoints/*"] }]
    PollyFullAccessPolicy = [
      { actions = ["polly:GetLexicon", "polly:DeleteLexicon"], resources = ["arn:$${Partition}:polly:$${Region}:$${Account}:lexicon/$${LexiconName}"] },
      { actions = ["polly:DescribeVoices", "polly:ListLexicons", "polly:PutLexicon", "polly:SynthesizeSpeech"], resources = ["arn:$${Partition}:polly:$${Region}:$${Account}:lexicon/*"] },
    ]
    RekognitionDetectOnlyPolicy = [{ actions = ["rekognition:DetectFaces", "rekognition:DetectLabels", "rekognition:DetectModerationLabels", "rekognition:DetectText"], resources = ["*"] }]
    RekognitionFacesManagementPolicy = [{ actions = ["rekognition:IndexFaces", "rekognition:DeleteFaces", "rekognition:SearchFaces", "rekognition:SearchFacesByImage", "rekognition:ListFaces"], resources = ["arn:$${Partition}:rekognition:$${Region}:$${Account}:collection/$${CollectionId}"] }]
    RekognitionFacesPolicy = [{ actions = ["rekognition:CompareFaces", "rekognition:DetectFaces"], resources = ["*"] }]
    RekognitionLabelsPolicy = [{ actions = ["rekognition:DetectLabels", "rekognition:DetectModerationLabels"], resources = ["*"] }]
    RekognitionNoDataAccessPolicy = [{ actions = ["rekognition:CompareFaces", "rekognition:DetectFaces", "rekognition:DetectLabels", "rekognition:DetectModerationLabels"], resources = ["arn:$${Partition}:rekognition:$${Region}:$${Account}:collection/$${CollectionId}"] }]
    RekognitionReadPolicy = [{ actions = ["rekognition:ListCollections", "rekognition:ListFaces", "rekognition:SearchFaces", "rekognition:SearchFacesByImage"], resources = ["arn:$${Partition}:rekognition:$${Region}:$${Account}:collection/$${CollectionId}"] }]
    RekognitionWriteOnlyAccessPolicy = [{ actions = ["rekognition:CreateCollection", "rekognition:IndexFaces"], resources = ["arn:$${Partition}:rekognition:$${Region}:$${Account}:collection/$${CollectionId}"] }]
    Route53ChangeResourceRecordSetsPolicy = [{ actions = ["route53:ChangeResourceRecordSets"], resources = ["arn:$${Partition}:route53:::hostedzone/$${HostedZoneId}"] }]
    S3CrudPolicy = [{ actions = ["s3:GetObject", "s3:ListBucket", "s3:GetBucketLocation", "s3:GetObjectVersion", "s3:PutObject", "s3:PutObjectAcl", "s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration", "s3:DeleteObject"], resources = ["arn:$${Partition}:s3:::$${BucketName}", "arn:$${Partition}:s3:::$${BucketName}/*"] }]
    S3FullAccessPolicy = [
      { actions = ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectVersion", "s3:PutObject", "s3:PutObjectAcl", "s3:DeleteObject", "s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging", "s3:GetObjectTagging", "s3:GetObjectVersionTagging", "s3:PutObjectTagging", "s3:PutObjectVersionTagging"], resources = ["arn:$${Partition}:s3:::$${BucketName}/*"] },
      { actions = ["s3:ListBucket", "s3:GetBucketLocation", "s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"], resources = ["arn:$${Partition}:s3:::$${BucketName}"] },
    ]
    S3ReadPolicy = [{ actions = ["s3:GetObject", "s3:ListBucket", "s3:GetBucketLocation", "s3:GetObjectVersion", "s3:GetLifecycleConfiguration"], resources = ["arn:$${Partition}:s3:::$${BucketName}", "arn:$${Partition}:s3:::$${BucketName}/*"] }]
    S3WritePolicy = [{ actions = ["s3:PutObject", "s3:PutObjectAcl", "s3:PutLifecycleConfiguration"], resources = ["arn:$${Partition}:s3:::$${BucketName}", "arn:$${Partition}:s3:::$${BucketName}/*"] }]
    SESBulkTemplatedCrudPolicy = [{ actions = ["ses:GetIdentityVerificationAttributes", "ses:SendEmail", "ses:SendRawEmail", "ses:SendTemplatedEmail", "ses:SendBulkTemplatedEmail", "ses:VerifyEmailIdentity"], resources = ["arn:$${Partition}:ses:$${Region}:$${Account}:identity/$${IdentityName}"] }]
    SESBulkTemplatedCrudPolicy_v2 = [
      { actions = ["ses:SendEmail", "ses:SendRawEmail", "ses:SendTemplatedEmail", "ses:SendBulkTemplatedEmail"], resources = ["arn:$${Partition}:ses:$${Region}:$${Account}:identity/$${IdentityName}", "arn:$${Partition}:ses:$${Region}:$${Account}:template/$${TemplateName}"] },
      { actions = ["ses:GetIdentityVerificationAttributes", "ses:VerifyEmailIdentity"], resources = ["*"] },
    ]
    SESCrudPolicy = [{ actions = ["ses:GetIdentityVerificationAttributes", "ses:SendEmail", "ses:SendRawEmail", "ses:VerifyEmailIdentity"], resources = ["arn:$${Partition}:ses:$${Region}:$${Account}:identity/$${IdentityName}"] }]
    SESEmailTemplateCrudPolicy = [{ actions = ["ses:CreateTemplate", "ses:GetTemplate", "ses:ListTemplates", "ses:UpdateTemplate", "ses:DeleteTemplate", "ses:TestRenderTemplate"], resources = ["*"] }]
    SESSendBouncePolicy = [{ actions = ["ses:SendBounce"], resources = ["arn:$${Partition}:ses:$${Region}:$${Account}:identity/$${IdentityName}"] }]
    SNSCrudPolicy = [{ actions = ["sns:ListSubscriptionsByTopic", "sns:CreateTopic", "sns:SetTopicAttributes", "sns:Subscribe", "sns:Publish"], resources = ["arn:$${Partition}:sns:$${Region}:$${Account}:$${TopicName}*"] }]
    SNSPublishMessagePolicy = [{ actions = ["sns:Publish"], resources = ["arn:$${Partition}:sns:$${Region}:$${Account}:$${TopicName}"] }]
    SQSPollerPolicy = [{ actions = ["sqs:ChangeMessageVisibility", "sqs:ChangeMessageVisibilityBatch", "sqs:DeleteMessage", "sqs:DeleteMessageBatch", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"], resources = ["arn:$${Partition}:sqs:$${Region}:$${Account}:$${QueueName}"] }]
    SQSSendMessagePolicy = [{ actions = ["sqs:SendMessage*"], resources = ["arn:$${Partition}:sqs:$${Region}:$${Account}:$${QueueName}"] }]
    SSMParameterReadPolicy = [
      { actions = ["ssm:DescribeParameters"], resources = ["*"] },
      { actions = ["ssm:GetParameters", "ssm:GetParameter", "ssm:GetParametersByPath"], resources = ["arn:$${Partition}:ssm:$${Region}:$${Account}:parameter/$${ParameterName}"] },
    ]
    SSMParameterWithSlashPrefixReadPolicy = [
      { actions = ["ssm:DescribeParameters"], resources = ["*"] },
      { actions = ["ssm:GetParameters", "ssm:GetParameter", "ssm:GetParametersByPath"], resources = ["arn:$${Partition}:ssm:$${Region}:$${Account}:parameter$${ParameterName}"] },
    ]
    ServerlessRepoReadWriteAccessPolicy = [{ actions = ["serverlessrepo:CreateApplication", "serverlessrepo:CreateApplicationVersion", "serverlessrepo:UpdateApplication", "serverlessrepo:GetApplication", "serverlessrepo:ListApplications", "serverlessrepo:ListApplicationVersions", "serverlessrepo:ListApplicationDependencies"], resources = ["arn:$${Partition}:serverlessrepo:$${Region}:$${Account}:applications/*"] }]
    StepFunctionsCallbackPolicy = [{ actions = ["states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"], resources = ["arn:$${Partition}:states:$${Region}:$${Account}:stateMachine:$${StateMachineName}"] }]
    StepFunctionsExecutionPolicy = [{ actions = ["states:StartExecution"], resources = ["arn:$${Partition}:states:$${Region}:$${Account}:stateMachine:$${StateMachineName}"] }]
    StepFunctionsExecutionPolicy_v2 = [{ actions = ["states:StartExecution", "states:StartSyncExecution"], resources = ["arn:$${Partition}:states:$${Region}:$${Account}:stateMachine:$${StateMachineName}"] }]
    VPCAccessPolicy = [{ actions = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DetachNetworkInterface"], resources = ["*"] }]
  }[name]
}
