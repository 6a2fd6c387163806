# Another template, as a file or from the repository of applications. Nesting says what is read of it.
expansion "AWS::Serverless::Application" {
  names {
    location = is_object(raw.Location) ? raw.Location : {}
  }

  resource "stack" {
    type = "AWS::CloudFormation::Stack"
    keep = ["NotificationARNs", "Parameters", "TimeoutInMinutes"]
    properties {
      Tags = concat(
        serverless_tags("lambda:createdBy", raw.Tags, false),
        [for key, value in {
          "serverlessrepo:applicationId"   = location.ApplicationId
          "serverlessrepo:semanticVersion" = location.SemanticVersion
        } : { Key = key, Value = value } if value != null],
      )
      TemplateURL = is_object(raw.Location) ? unresolved("where the repository of applications keeps the template is not known") : raw.Location
    }
  }
}
