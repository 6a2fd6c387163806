# Databases that make automated backups: instances and clusters.
family "database" {
  attributes = {
    name                  = string
    arn                   = string
    backup_retention_days = number
    backup_window         = string # 03:00-04:00, in UTC; null where the service picks one
    maintenance_window    = string
    copies_tags           = bool # to its snapshots
    # Automated backups go when the database does.
    deletes_automated_backups = bool
    spans_zones               = bool # null where that is up to the members of a cluster
    global_name               = any  # of the global cluster that it belongs to
  }
}

# Clusters in several regions, of which one takes the writes.
type "global_cluster" {
  attributes = { name = string, source = any, region = string, tags = map(string) }

  cloudformation "AWS::RDS::GlobalCluster" "AWS::DocDB::GlobalCluster" "AWS::Neptune::GlobalCluster" {
    name   = raw.GlobalClusterIdentifier
    source = raw.SourceDBClusterIdentifier
    region = region
    tags   = tags_of_pairs(given(raw.Tags, []))

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_rds_global_cluster" "aws_docdb_global_cluster" "aws_neptune_global_cluster" {
    name   = raw.global_cluster_identifier
    source = raw.source_db_cluster_identifier
    region = region
    tags   = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id  = self.name
      arn = "arn:${partition}:rds::${account}:global-cluster:${self.name}"
    }
  }
}

link "first_cluster" {
  from    = global_cluster
  to      = family.database
  inverse = "founded_globals"
  single  = true
  by      = from.source
  keys    = [to.arn, to.name]
}

link "global_cluster" {
  from    = family.database
  to      = global_cluster
  inverse = "clusters"
  single  = true
  by      = from.global_name
  keys    = [to.name]
}

derive "all_globals" {
  on    = family.database
  value = concat(self.global_cluster == null ? [] : [self.global_cluster], self.founded_globals)
}
