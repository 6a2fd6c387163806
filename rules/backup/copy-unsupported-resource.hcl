rule "copy-unsupported-resource" {
  title    = "Copy of a database cluster that cannot be copied"
  theme    = "copy"
  on       = rds_cluster
  when     = self.instance_class != null && !startswith(self.engine, "aurora") && length(self.protected_by) > 0
  require  = length(self.copies) == 0
  at       = self.instance_class
  see      = { "this action would copy it" = self.copies }
  message  = "${self.label} is a Multi-AZ cluster, whose backups cannot be copied: the ${first(self.copies).label} fails for it every time"
  severity = "medium"
  controls = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports = { iso27001 = ["A.5.29"] }
  covers   = ["S1-24", "S1-63", "S2-13", "S2-33"]
  why      = "The service copies backups of Aurora clusters and of single instances, not of clusters with two readable standbys. The plan looks as if there were a copy."
  fix      = "Use Aurora or an instance with a standby, or protect the cluster with a read replica in the other region and leave it out of the selection of the plan that copies."
}
