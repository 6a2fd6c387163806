expansion "AWS::Serverless::SimpleTable" {
  defaults = "SimpleTable"

  names {
    primary = given(raw.PrimaryKey, { Name = "id", Type = "String" })
  }

  resource "table" {
    type = "AWS::DynamoDB::Table"
    keep = ["PointInTimeRecoverySpecification", "ProvisionedThroughput", "SSESpecification", "TableName"]

    meta { written_as = "AWS::Serverless::SimpleTable" }

    properties {
      AttributeDefinitions = [{ AttributeName = primary.Name, AttributeType = substr(primary.Type, 0, 1) }]
      BillingMode          = raw.ProvisionedThroughput == null ? "PAY_PER_REQUEST" : null
      KeySchema            = [{ AttributeName = primary.Name, KeyType = "HASH" }]
      Tags                 = raw.Tags == null ? null : at(raw.Tags, tag_pairs(raw.Tags))
    }
  }
}
