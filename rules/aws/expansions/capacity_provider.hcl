expansion "AWS::Serverless::CapacityProvider" {
  defaults = "CapacityProvider"

  names {
    tags = serverless_tags("lambda:createdBy", raw.Tags, false)
  }

  resource "provider" {
    type = "AWS::Lambda::CapacityProvider"
    keep = ["CapacityProviderName", "InstanceRequirements", "KmsKeyArn"]
    properties {
      CapacityProviderScalingConfig = raw.ScalingConfig
      PermissionsConfig             = { CapacityProviderOperatorRoleArn = given(raw.OperatorRole, role.Arn) }
      Tags                          = tags
      VpcConfig                     = raw.VpcConfig
    }
  }
  resource "role" {
    type = "AWS::IAM::Role"
    name = "${address}OperatorRole"
    when = raw.OperatorRole == null
    properties {
      AssumeRolePolicyDocument = trust_in("lambda.amazonaws.com")
      ManagedPolicyArns        = [managed_policy_arn("AWSLambdaManagedEC2ResourceOperator", partition)]
      Tags                     = given(raw.PropagateTags, false) ? tags : serverless_tags("lambda:createdBy", null, false)
    }
  }
}
