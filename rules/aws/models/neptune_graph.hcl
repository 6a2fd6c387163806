# A graph that is held in memory. Somebody has to take its snapshots.
type "neptune_graph" {
  family     = ["data_store"]
  attributes = { replicas = number }

  cloudformation "AWS::NeptuneGraph::Graph" {
    name         = raw.GraphName
    arn          = "arn:${partition}:neptune-graph:${region}:${account}:graph/${chosen_id(self)}"
    region       = region
    account      = account
    tags         = tags_of_pairs(given(raw.Tags, []))
    key          = raw.KmsKeyIdentifier
    is_encrypted = true
    only_native  = true
    replicas     = given(raw.ReplicaCount, 1)

    computed {
      Ref      = chosen_id(self)
      GraphId  = chosen_id(self)
      GraphArn = self.arn
    }
  }

  terraform "aws_neptunegraph_graph" {
    name         = raw.graph_name
    arn          = "arn:${partition}:neptune-graph:${region}:${account}:graph/${chosen_id(self)}"
    region       = region
    account      = account
    tags         = tags_of_terraform(raw.tags, meta.provider)
    key          = raw.kms_key_identifier
    is_encrypted = true
    only_native  = true
    replicas     = given(raw.replica_count, 1)

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }
}
