# What makes a bucket one of backups: reports are delivered to it, or it holds the replicas of another one.
derive "holds_backups" {
  on    = s3_bucket
  value = self.is_evidence || length(self.report_plans) > 0 || length(self.replica_of) > 0
}

# What leaves the bucket for certain: versions of all objects, by a rule that is on and takes them as they are encrypted here.
derive "working_replications" {
  on = s3_bucket
  value = self.versioning != "Enabled" ? [] : [
    for rule in self.replications : rule
    if rule.is_enabled && rule.covers_all && (rule.copies_kms || !startswith(given(self.encryption, "AES256"), "aws:kms"))
  ]
}

function "is_replicated" {
  parameters = ["bucket"]
  result = any([
    for rule in bucket.working_replications :
    rule.replica == null ? unresolved("the ARN of ${describe(rule.destination)} does not say its region") : rule.replica.region != bucket.region
  ])
}

function "replica_minutes" {
  parameters = ["bucket"]
  result     = any([for rule in bucket.working_replications : rule.minutes != null]) ? 15 : null
}
