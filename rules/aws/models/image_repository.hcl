# Images of containers.
type "image_repository" {
  attributes = { name = string, region = string, account = string, mutability = string, is_emptied = bool, tags = map(string) }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::ECR::Repository" {
    name       = raw.RepositoryName
    mutability = given(raw.ImageTagMutability, "MUTABLE")
    is_emptied = given(raw.EmptyOnDelete, false)
    tags       = tags_of_pairs(given(raw.Tags, []))

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_ecr_repository" {
    name       = raw.name
    mutability = given(raw.image_tag_mutability, "MUTABLE")
    is_emptied = given(raw.force_delete, false)
    tags       = tags_of_terraform(raw.tags, meta.provider)

    computed { id = self.name }
  }
}

# Where the repositories of a registry are copied to.
type "image_replication" {
  attributes = { region = string, account = string, destinations = list(object({ region = string, account = string })), filters = any }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::ECR::ReplicationConfiguration" {
    each         = given(raw.ReplicationConfiguration.Rules, [])
    destinations = [for destination in given(item.Destinations, []) : { region = destination.Region, account = destination.RegistryId }]
    filters      = [for filter in given(item.RepositoryFilters, []) : filter.Filter]
  }

  terraform "aws_ecr_replication_configuration" {
    each         = blocks(blocks(raw.replication_configuration)[0].rule)
    destinations = [for destination in blocks(item.destination) : { region = destination.region, account = destination.registry_id }]
    filters      = [for filter in blocks(item.repository_filter) : filter.filter]
  }
}
