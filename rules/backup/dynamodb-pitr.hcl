rule "dynamodb-pitr" {
  title    = "DynamoDB table has no point-in-time recovery"
  theme    = "native"
  on       = dynamodb_table
  require  = self.point_in_time_recovery
  at       = self.point_in_time_recovery
  message  = "${self.label} has no point-in-time recovery: what is overwritten or deleted between two backups is lost"
  severity = "high"
  level    = self.explicit_tier == "standard" ? "medium" : "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-09", "S1-16", "S2-04"]
  why      = "Scheduled backups of a table leave at least an hour between two recovery points. Point-in-time recovery brings back any second of up to 35 days."
  fix      = "Set `PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}` (CloudFormation) or `point_in_time_recovery { enabled = true }` (Terraform)."
}
