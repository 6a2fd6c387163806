# A directory of users. It is in no plan; its snapshots are taken by hand.
type "directory" {
  attributes = { name = string, kind = string, region = string, account = string }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::DirectoryService::MicrosoftAD" {
    name = raw.Name
    kind = "MicrosoftAD"
  }
  cloudformation "AWS::DirectoryService::SimpleAD" {
    name = raw.Name
    kind = "SimpleAD"
  }

  # A connector holds nothing.
  terraform "aws_directory_service_directory" {
    when = given(raw.type, "SimpleAD") != "ADConnector"
    name = raw.name
    kind = given(raw.type, "SimpleAD")
  }
}
