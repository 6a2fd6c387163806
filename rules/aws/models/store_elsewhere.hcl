# Something that a selection names by its ARN and that is declared elsewhere: what a plan does for it can be told, and of the
# rest nothing is known. No rule judges it.
type "store_elsewhere" {
  family = ["recoverable"]
  attributes = {
    known_as     = string
    store_type   = string # type of a store that is declared; null where the ARN does not tell
    is_elsewhere = bool
    versioning   = string
    engine       = string
  }

  every {
    known_as                = describe(given(source_of(item), item))
    name                    = arn_part(item, "resource")
    arn                     = item
    region                  = stated_place(arn_part(item, "region"), region)
    account                 = stated_place(arn_part(item, "account"), account)
    store_type              = kind_named(item)
    is_elsewhere            = true
    tags                    = out_of_sight()
    key                     = out_of_sight()
    is_encrypted            = out_of_sight()
    native                  = out_of_sight()
    continuous_rpo_minutes  = lookup({ rds_instance = 5, s3_bucket = 15 }, self.store_type, null)
    locked_days             = self.store_type == "s3_bucket" ? out_of_sight() : null
    is_immutable            = self.store_type == "s3_bucket" ? out_of_sight() : null
    is_replicated_elsewhere = out_of_sight()
    replica_rpo_minutes     = out_of_sight()
    versioning              = out_of_sight()
    engine                  = out_of_sight()
  }

  cloudformation "AWS::Backup::BackupSelection" { each = named_alone(raw.BackupSelection.Resources) }
  terraform "aws_backup_selection" { each = named_alone(raw.resources) }
}

function "out_of_sight" {
  parameters = []
  result     = unresolved("of what is declared elsewhere only the ARN is known here")
}

# Whole ARNs of one resource each, and what is looked up.
function "named_alone" {
  parameters = ["patterns"]
  result     = [for pattern in given(patterns, []) : pattern if is_some_lookup(pattern) || (source_of(pattern) == null && names_one(pattern))]
}

function "names_one" {
  parameters = ["pattern"]
  result     = given(startswith(pattern, "arn:"), false) && is_known(arn_part(pattern, "resource")) && is_exact(arn_part(pattern, "resource"))
}

# Where the plan is deployed to nobody knows, that is where it names something.
function "stated_place" {
  parameters = ["stated", "place"]
  result     = is_known(place) && is_known(stated) && !is_blank(stated) ? stated : place
}

# Clusters of several services share the form of their ARNs.
function "kind_named" {
  parameters = ["arn"]
  result = source_of(arn) != null ? kind_of_lookup(describe(source_of(arn))) : lookup({
    "dynamodb table"                 = "dynamodb_table"
    "ec2 instance"                   = "ec2_instance"
    "ec2 volume"                     = "ebs_volume"
    "elasticfilesystem file-system"  = "efs_file_system"
    "fsx file-system"                = "fsx_file_system"
    "fsx volume"                     = "fsx_ontap_volume"
    "rds db"                         = "rds_instance"
    "redshift cluster"               = "redshift_cluster"
    "s3"                             = "s3_bucket"
  }, arn_part(arn, "service") == "s3" ? "s3" : "${arn_part(arn, "service")} ${split("/", replace(arn_part(arn, "resource"), ":", "/"))[0]}", unresolved("nothing here says what ${describe(arn)} is"))
}

function "kind_of_lookup" {
  parameters = ["address"]
  result = lookup({
    aws_db_instance     = "rds_instance"
    aws_dynamodb_table  = "dynamodb_table"
    aws_ebs_volume      = "ebs_volume"
    aws_efs_file_system = "efs_file_system"
    aws_instance        = "ec2_instance"
    aws_s3_bucket       = "s3_bucket"
  }, try(regexall("data\\.([^.]+)\\.", address)[0][0], ""), unresolved("nothing here says what ${address} is"))
}

# Whoever names it chooses it; by tags others may as well.
link "stores_named" {
  from       = backup_selection
  to         = store_elsewhere
  inverse    = "selected_by"
  when       = names_elsewhere(from, to) && all([for condition in from.conditions : condition_holds(condition, to.tags)]) && !any([for pattern in from.not_resources : matches_arn(pattern, to.arn)]) && is_in_reach(from, to)
  match_from = flatten([for pattern in from.resources : pattern_keys(pattern)])
  match_to   = concat([describe(source_of(to.arn))], arn_keys(to.arn))
}

function "names_elsewhere" {
  parameters = ["selection", "store"]
  result     = contains(selection.resources, store.arn) || any([for pattern in selection.resources : source_of(pattern) == null ? matches_arn(pattern, store.arn) : pattern == store.arn])
}

link "tests_named" {
  from       = restore_testing_selection
  to         = store_elsewhere
  inverse    = "tested_by"
  when       = tests(from, to)
  match_from = [from.tests_type]
  match_to   = [given(to.tested_as, "nothing")]
}

# Declared here after all. Whoever writes a place out deploys to it.
link "declared_as" {
  from       = store_elsewhere
  to         = family.data_store
  when       = source_of(from.arn) == null && matches_part(from.arn, to.arn, "service") && matches_part(from.arn, to.arn, "resource") && (!is_known(to.region) || matches_part(from.arn, to.arn, "region"))
  match_from = pattern_keys(from.arn)
  match_to   = store_keys(to)
}

link "mentions" {
  from = store_elsewhere
  to   = store_elsewhere
  by   = from.known_as
  keys = [to.known_as]
}

derive "excluded_by" {
  on    = store_elsewhere
  value = []
}

# Once, however many selections name it.
derive "is_told" {
  on    = store_elsewhere
  value = (is_known(arn_part(self.arn, "service")) || is_some_lookup(self.arn)) && length(self.declared_as) == 0 && self.mentions[0] == self
}
