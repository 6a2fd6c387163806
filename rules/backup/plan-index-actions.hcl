rule "plan-index-actions" {
  title         = "Index actions of a backup rule are refused"
  theme         = "schedule"
  on            = backup_rule
  when          = self.index_types != null && length(self.index_types) > 0
  require       = length(self.index_types) == 1 && all([for types in self.index_types : length(types) <= 1 && all([for type in types : contains(["EBS", "S3"], type)])])
  at            = self.index_types
  message       = "${self.label} asks for more than one index, or for one of something else than EBS or S3: the service refuses the plan"
  discriminator = self.name
  severity      = "info"
  basis         = "service"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers        = ["S1-20"]
  why           = "A rule may index recovery points of volumes or of buckets for search, not of both and of nothing else."
  fix           = "Keep one index action, with `EBS` or `S3`."
}
