# A graph that is held in memory. Somebody has to take its snapshots.
type "neptune_graph" {
  family     = ["data_store"]
  attributes = { replicas = number }

  every {
    arn          = "arn:${partition}:neptune-graph:${region}:${account}:graph/${chosen_id(self)}"
    region       = region
    account      = account
    is_encrypted = true
    only_native  = true
  }

  cloudformation "AWS::NeptuneGraph::Graph" {
    name     = raw.GraphName
    tags     = tags_of_pairs(given(raw.Tags, []))
    key      = raw.KmsKeyIdentifier
    replicas = given(raw.ReplicaCount, 1)

    computed {
      Ref      = chosen_id(self)
      GraphId  = chosen_id(self)
      GraphArn = self.arn
    }
  }

  terraform "aws_neptunegraph_graph" {
    name     = raw.graph_name
    tags     = tags_of_terraform(raw.tags, meta.provider)
    key      = raw.kms_key_identifier
    replicas = given(raw.replica_count, 1)

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }
}
