# An instance of a database cluster. Its data is the cluster's.
type "cluster_member" {
  attributes = {
    name    = string
    arn     = string
    region  = string
    cluster = any
    zone    = string
    # What belongs to the cluster and says nothing here, where it is written all the same.
    backup_retention_days = number
  }

  every {
    arn    = "arn:${partition}:rds:${region}:${account}:db:${chosen_name_from(self, raw.identifier_prefix)}"
    region = region
  }

  cloudformation "AWS::RDS::DBInstance" "AWS::DocDB::DBInstance" "AWS::Neptune::DBInstance" {
    when                  = !is_blank(raw.DBClusterIdentifier)
    name                  = raw.DBInstanceIdentifier
    cluster               = raw.DBClusterIdentifier
    zone                  = raw.AvailabilityZone
    backup_retention_days = raw.BackupRetentionPeriod

    computed {
      Ref           = chosen_name(self)
      DBInstanceArn = self.arn
    }
  }

  terraform "aws_rds_cluster_instance" "aws_docdb_cluster_instance" "aws_neptune_cluster_instance" {
    name    = raw.identifier
    cluster = raw.cluster_identifier
    zone    = raw.availability_zone

    computed {
      id         = chosen_name_from(self, raw.identifier_prefix)
      identifier = chosen_name_from(self, raw.identifier_prefix)
      arn        = self.arn
    }
  }
}

link "cluster_of" {
  from    = cluster_member
  to      = family.database
  inverse = "members"
  single  = true
  by      = from.cluster
  keys    = [to.name, to.arn]
}

# Only where a pattern names this very instance: `db:*` is meant for databases without a cluster.
link "named_members" {
  from       = backup_selection
  to         = cluster_member
  inverse    = "named_by"
  when       = any([for pattern in from.resources : names_exactly(pattern, to)])
  match_from = flatten([for pattern in from.resources : pattern_keys(pattern)])
  match_to   = concat([describe(subject_of(to))], arn_keys(to.arn))
}

function "names_exactly" {
  parameters = ["pattern", "resource"]
  result     = source_of(pattern) == null ? is_exact(arn_part(pattern, "resource")) && matches_arn(pattern, resource.arn) : source_of(pattern) == subject_of(resource)
}

# Short patterns mean many.
function "is_exact" {
  parameters = ["name"]
  result     = name != null && !strcontains(given(name, "*"), "*") && !strcontains(given(name, "?"), "?")
}
