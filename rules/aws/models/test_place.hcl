# Where restored resources are put: networks and what belongs to them.
type "test_place" {
  attributes = { name = string, kind = string, tags = map(string) }

  cloudformation "AWS::EC2::VPC" "AWS::EC2::Subnet" "AWS::EC2::SecurityGroup" "AWS::RDS::DBSubnetGroup" {
    name = given(raw.DBSubnetGroupName, raw.GroupName)
    kind = raw.DBSubnetGroupDescription != null ? "subnet group" : raw.GroupDescription != null ? "security group" : "network"
    tags = tags_of_pairs(given(raw.Tags, []))
  }

  terraform "aws_vpc" "aws_subnet" {
    kind = "network"
    tags = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_security_group" "aws_db_subnet_group" {
    name = raw.name
    kind = meta.type == "aws_security_group" ? "security group" : "subnet group"
    tags = tags_of_terraform(raw.tags, meta.provider)

    computed { name = self.name }
  }
}

link "test_places" {
  from    = restore_testing_selection
  to      = test_place
  inverse = "tests"
  by      = values(from.overrides)
  keys    = [to.name]
}
