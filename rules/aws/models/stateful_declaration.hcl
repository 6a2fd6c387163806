# What loses something when its declaration goes or has to be replaced, and what the declaration says about that.
type "stateful_declaration" {
  attributes = {
    kind       = string # data, member (of a cluster, without data of its own), vault, lock, key, plan or log
    store      = any    # the data store, where it is one
    written_as = string # the type in the template, where the declaration stands for another one

    # In CloudFormation. Null where nothing is written.
    deletion_policy    = string
    replacement_policy = string
    default_policy     = string # what an absent deletion policy means
    takes_snapshot     = bool   # where a policy asks for one
    replaces_snapshot  = bool   # the same for replacements

    # In Terraform.
    prevents_destroy = bool
    ignored_changes  = any
    actions          = any # of a plan; null without one
    own_tags         = map(string)
    default_tags     = map(string) # that the provider would give it
  }

  # Members of a cluster hold nothing of their own; the rest is kept unless told otherwise.
  cloudformation "AWS::RDS::DBCluster" "AWS::RDS::DBInstance" {
    kind               = length(here.cluster_member) == 0 ? "data" : "member"
    store              = here.data_store[0]
    deletion_policy    = meta.DeletionPolicy
    replacement_policy = meta.UpdateReplacePolicy
    default_policy     = length(here.cluster_member) == 0 ? "Snapshot" : "Delete"
    takes_snapshot     = length(here.cluster_member) == 0
    replaces_snapshot  = self.takes_snapshot
  }
  cloudformation "AWS::DocDB::DBInstance" "AWS::Neptune::DBInstance" {
    kind               = "member"
    deletion_policy    = meta.DeletionPolicy
    replacement_policy = meta.UpdateReplacePolicy
    default_policy     = "Delete"
    takes_snapshot     = false
    replaces_snapshot  = false
  }
  cloudformation "AWS::EC2::Volume" "AWS::DocDB::DBCluster" "AWS::Neptune::DBCluster" "AWS::Redshift::Cluster" "AWS::ElastiCache::CacheCluster" "AWS::ElastiCache::ReplicationGroup" {
    kind               = "data"
    store              = here.data_store[0]
    deletion_policy    = meta.DeletionPolicy
    replacement_policy = meta.UpdateReplacePolicy
    default_policy     = "Delete"
    takes_snapshot     = true
    replaces_snapshot  = meta.type != "AWS::DocDB::DBCluster" || unresolved("the documents disagree on whether a cluster takes a snapshot when it is replaced")
  }
  cloudformation "AWS::DynamoDB::Table" "AWS::DynamoDB::GlobalTable" "AWS::S3::Bucket" "AWS::EFS::FileSystem" "AWS::FSx::FileSystem" "AWS::FSx::Volume" "AWS::RedshiftServerless::Namespace" "AWS::Timestream::Table" "AWS::Cassandra::Table" "AWS::Cassandra::Keyspace" "AWS::MemoryDB::Cluster" "AWS::ElastiCache::ServerlessCache" "AWS::OpenSearchService::Domain" "AWS::DSQL::Cluster" "AWS::DocDBElastic::Cluster" "AWS::NeptuneGraph::Graph" "AWS::QLDB::Ledger" "AWS::EKS::Cluster" "AWS::StorageGateway::Volume" "AWS::SecretsManager::Secret" "AWS::Cognito::UserPool" "AWS::ECR::Repository" "AWS::Kinesis::Stream" "AWS::EC2::Instance" "AWS::Backup::BackupVault" "AWS::Backup::LogicallyAirGappedBackupVault" "AWS::KMS::Key" "AWS::KMS::ReplicaKey" "AWS::Logs::LogGroup" "AWS::CloudTrail::Trail" "AWS::CloudTrail::EventDataStore" "AWS::Lightsail::Instance" "AWS::Lightsail::Disk" "AWS::Lightsail::Database" {
    kind               = kind_of_state(meta.type)
    written_as         = meta.written_as
    store              = here.data_store[0]
    deletion_policy    = meta.DeletionPolicy
    replacement_policy = meta.UpdateReplacePolicy
    default_policy     = "Delete"
    takes_snapshot     = false
    replaces_snapshot  = false
  }

  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" "aws_redshift_cluster" "aws_ebs_volume" "aws_dynamodb_table" "aws_s3_bucket" "aws_efs_file_system" "aws_fsx_windows_file_system" "aws_fsx_ontap_file_system" "aws_fsx_ontap_volume" "aws_fsx_openzfs_file_system" "aws_fsx_lustre_file_system" "aws_redshiftserverless_namespace" "aws_timestreamwrite_table" "aws_keyspaces_table" "aws_keyspaces_keyspace" "aws_memorydb_cluster" "aws_elasticache_replication_group" "aws_elasticache_cluster" "aws_elasticache_serverless_cache" "aws_opensearch_domain" "aws_dsql_cluster" "aws_docdbelastic_cluster" "aws_neptunegraph_graph" "aws_qldb_ledger" "aws_eks_cluster" "aws_storagegateway_cached_iscsi_volume" "aws_storagegateway_stored_iscsi_volume" "aws_secretsmanager_secret" "aws_cognito_user_pool" "aws_ecr_repository" "aws_kinesis_stream" "aws_instance" "aws_glacier_vault" "aws_lightsail_instance" "aws_lightsail_disk" "aws_lightsail_database" "aws_backup_vault" "aws_backup_logically_air_gapped_vault" "aws_backup_vault_lock_configuration" "aws_kms_key" "aws_kms_replica_key" "aws_kms_external_key" "aws_backup_plan" "aws_backup_selection" "aws_backup_vault_policy" "aws_backup_vault_notifications" "aws_backup_framework" "aws_backup_restore_testing_plan" "aws_backup_restore_testing_selection" "aws_dlm_lifecycle_policy" "aws_cloudwatch_log_group" "aws_cloudtrail" "aws_cloudtrail_event_data_store" {
    kind             = kind_of_state(meta.type)
    store            = here.data_store[0]
    prevents_destroy = given(meta.lifecycle.prevent_destroy, false)
    ignored_changes  = given(meta.lifecycle.ignore_changes, [])
    actions          = meta.change.actions
    own_tags         = raw.tags
    default_tags     = meta.provider.default_tags[0].tags
  }
}

function "kind_of_state" {
  parameters = ["type"]
  result = (
    glob_any(["AWS::Backup::*Vault", "aws_backup_vault", "aws_backup_logically_*"], type) ? "vault" :
    type == "aws_backup_vault_lock_configuration" ? "lock" :
    glob_any(["AWS::KMS::*", "aws_kms_*key"], type) ? "key" :
    glob_any(["aws_backup_*", "aws_dlm_*"], type) ? "plan" :
    glob_any(["AWS::Logs::*", "AWS::CloudTrail::*", "aws_cloudwatch_log_group", "aws_cloudtrail*"], type) ? "log" :
    "data"
  )
}
