rule "selection-arn-form" {
  title    = "ARN of a selection has a form that no resource has"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.resources) > 0
  require  = length(malformed_names(self)) == 0
  at       = first(malformed_names(self))
  see      = { "nor does this" = malformed_names(self) }
  message = (source_of(first(malformed_names(self))) == null
    ? "${self.label} asks for `${first(malformed_names(self))}`, and no resource has an ARN of this form: it matches nothing"
    : "${self.label} refers to ${source_of(first(malformed_names(self))).address} by its name or id, where the service wants the ARN: it matches nothing"
  )
  severity = "medium"
  basis    = "service"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "A pattern that matches nothing is no error. The names of types in ARNs differ from those everywhere else, so a slip is easily made and never noticed."
  fix      = "Write the form of the service: `rds:*:*:db:*`, `rds:*:*:cluster:*`, `dynamodb:*:*:table/*`, `elasticfilesystem:*:*:file-system/*`, `ec2:*:*:volume/*`, `s3:::*`."
}

function "malformed_names" {
  parameters = ["selection"]
  result     = [for pattern in selection.resources : pattern if source_of(pattern) == null ? !is_well_formed(pattern) : !is_reference_to_arn(pattern, selection)]
}

function "is_well_formed" {
  parameters = ["pattern"]
  result = contains(["*", ""], pattern) || (
    startswith(pattern, "arn:")
    && has_resource_form(arn_part(pattern, "service"), arn_part(pattern, "resource"))
    && has_stars_in_place(given(arn_part(pattern, "resource"), "*"))
  )
}

# References to other things than data stores are for other rules.
function "is_reference_to_arn" {
  parameters = ["pattern", "selection"]
  result     = all([for store in selection.referred_stores : source_of(pattern) != subject_of(store) || pattern == store.arn])
}

# A star is the last character, or a whole segment.
function "has_stars_in_place" {
  parameters = ["resource"]
  result     = !is_known(resource) || length(regexall("[^:/]\\*.|.\\*[^:/]|^\\*[^:/]", resource)) == 0
}

# What a pattern of a service may begin with; services that are not listed are not judged.
function "has_resource_form" {
  parameters = ["service", "resource"]
  result = service == null || resource == null || startswith(resource, "*") || any([
    for kind in lookup({
      rds               = ["db:", "cluster:"]
      redshift          = ["cluster:", "namespace:"]
      dynamodb          = ["table/"]
      elasticfilesystem = ["file-system/"]
      ec2               = ["volume/", "instance/"]
      fsx               = ["file-system/", "volume/"]
      storagegateway    = ["gateway/"]
      timestream        = ["database/"]
    }, service, [""]) : startswith(resource, kind) || glob(resource, kind)
  ])
}
