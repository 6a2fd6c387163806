# Tables of a keyspace live in all its regions.
type "keyspace" {
  attributes = { name = string, regions = any }

  cloudformation "AWS::Cassandra::Keyspace" {
    name    = raw.KeyspaceName
    regions = raw.ReplicationSpecification.RegionList

    computed { Ref = self.name }
  }

  terraform "aws_keyspaces_keyspace" {
    name    = raw.name
    regions = blocks(raw.replication_specification)[0].region_list

    computed { id = self.name }
  }
}
