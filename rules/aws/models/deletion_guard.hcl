# What must be switched off before something can be deleted.
type "deletion_guard" {
  attributes = {
    is_on = bool
    store = any # the data store, where it is one
    logs  = any # the log group, where it is one
    tags  = map(string)
  }

  # Clusters decide for their members.
  cloudformation "AWS::RDS::DBInstance" {
    when  = is_blank(raw.DBClusterIdentifier) && !(is_known(raw.Engine) && startswith(given(raw.Engine, ""), "aurora"))
    is_on = given(raw.DeletionProtection, false)
    store = here.data_store[0]
    tags  = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::RDS::DBCluster" "AWS::DocDB::DBCluster" "AWS::RDS::GlobalCluster" "AWS::DocDB::GlobalCluster" "AWS::Neptune::GlobalCluster" "AWS::DynamoDB::Table" "AWS::EKS::Cluster" "AWS::Logs::LogGroup" {
    is_on = given(raw.DeletionProtection, raw.DeletionProtectionEnabled, false)
    logs  = here.log_group[0]
    store = here.data_store[0]
    tags  = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::QLDB::Ledger" "AWS::CloudTrail::EventDataStore" {
    is_on = given(raw.DeletionProtection, raw.TerminationProtectionEnabled, true)
    store = here.data_store[0]
    tags  = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::Neptune::DBCluster" "AWS::NeptuneGraph::Graph" "AWS::DSQL::Cluster" {
    is_on = given(raw.DeletionProtection, raw.DeletionProtectionEnabled, unresolved("nothing documents for sure whether ${self.address} is protected when nothing is said"))
    store = here.data_store[0]
    tags  = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::DynamoDB::GlobalTable" {
    is_on = all([for replica in given(raw.Replicas, []) : given(replica.DeletionProtectionEnabled, false)])
    store = here.data_store[0]
    tags  = here.data_store[0].tags
  }
  cloudformation "AWS::Cognito::UserPool" {
    is_on = given(raw.DeletionProtection, "INACTIVE") == "ACTIVE"
    tags  = given(raw.UserPoolTags, {})
  }

  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" "aws_rds_global_cluster" "aws_docdb_global_cluster" "aws_neptune_global_cluster" "aws_dynamodb_table" "aws_dsql_cluster" "aws_eks_cluster" "aws_cloudwatch_log_group" {
    is_on = given(raw.deletion_protection, raw.deletion_protection_enabled, false)
    logs  = here.log_group[0]
    store = here.data_store[0]
    tags  = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_qldb_ledger" "aws_neptunegraph_graph" "aws_cloudtrail_event_data_store" {
    is_on = given(raw.deletion_protection, raw.termination_protection_enabled, true)
    store = here.data_store[0]
    tags  = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_dynamodb_table_replica" {
    is_on = given(raw.deletion_protection_enabled, unresolved("nothing documents whether a replica that says nothing follows its table"))
    tags  = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_cognito_user_pool" {
    is_on = given(raw.deletion_protection, "INACTIVE") == "ACTIVE"
    tags  = tags_of_terraform(raw.tags, meta.provider)
  }
}

derive "explicit_tier" {
  on    = deletion_guard
  value = self.store != null ? self.store.explicit_tier : named_tier(self.tags, policy)
}
