rule "selection-unsupported-type" {
  title    = "Backup selection names what the service cannot back up"
  theme    = "selection"
  on       = backup_selection
  when     = any([for pattern in self.resources : arn_part(pattern, "service") != null])
  require  = length(unsupported_names(self)) == 0
  at       = first(unsupported_names(self))
  see      = { "nor this" = unsupported_names(self) }
  message  = "${self.label} names a resource of `${arn_part(first(unsupported_names(self)), "service")}`, which the service does not back up: nothing will be made of it"
  severity = "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-08", "S1-20", "S2-43"]
  why      = "An ARN in a selection reads like protection. For types that the service does not know, no job is ever started."
  fix      = "Protect it by a mechanism of its own service, and take it out of the selection."
}

# Services that hold things which people take for covered.
function "unsupported_names" {
  parameters = ["selection"]
  result     = [for pattern in selection.resources : pattern if is_of_no_backup(pattern)]
}

function "is_of_no_backup" {
  parameters = ["pattern"]
  result     = contains(["lambda", "sqs", "sns", "ecr", "elasticache", "memorydb", "es", "secretsmanager", "ssm", "kms", "logs", "kinesis", "kafka", "cognito-idp", "cassandra"], given(arn_part(pattern, "service"), ""))
}
