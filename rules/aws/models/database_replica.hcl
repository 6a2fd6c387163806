# A read replica. In another region it is a copy of its source.
type "database_replica" {
  attributes = { source = any, region = string }

  cloudformation "AWS::RDS::DBInstance" {
    when   = is_instance_replica(raw)
    source = given(raw.SourceDBInstanceIdentifier, raw.SourceDBClusterIdentifier)
    region = region
  }
  cloudformation "AWS::RDS::DBCluster" {
    when   = !is_blank(raw.ReplicationSourceIdentifier)
    source = raw.ReplicationSourceIdentifier
    region = region
  }

  terraform "aws_db_instance" {
    when   = !is_blank(raw.replicate_source_db)
    source = raw.replicate_source_db
    region = region
  }
  terraform "aws_rds_cluster" "aws_neptune_cluster" {
    when   = !is_blank(raw.replication_source_identifier)
    source = raw.replication_source_identifier
    region = region
  }
}

link "source_instance" {
  from    = database_replica
  to      = rds_instance
  inverse = "replicas"
  single  = true
  by      = from.source
  keys    = [to.name, to.arn]
}

link "source_cluster" {
  from    = database_replica
  to      = rds_cluster
  inverse = "replicas"
  single  = true
  by      = from.source
  keys    = [to.arn]
}

link "source_graph" {
  from    = database_replica
  to      = neptune_cluster
  inverse = "replicas"
  single  = true
  by      = from.source
  keys    = [to.arn]
}

# With a point in time the same property names the source of a restore.
function "is_instance_replica" {
  parameters = ["instance"]
  result = !is_blank(instance.SourceDBClusterIdentifier) || (
    !is_blank(instance.SourceDBInstanceIdentifier)
    && instance.RestoreTime == null
    && given(instance.UseLatestRestorableTime, false) == false
  )
}
