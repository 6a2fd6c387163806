rule "selection-cluster-member" {
  title    = "Backup selection names an instance instead of its cluster"
  theme    = "selection"
  on       = cluster_member
  when     = length(self.named_by) > 0
  require  = length(self.named_by) == 0
  at       = self
  see      = { "this selection names it" = self.named_by }
  message  = "${self.named_by[0].label} names ${self.label}, which is an instance of a cluster: only the cluster is backed up"
  severity = "low"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "Instances of a cluster share its storage, and the service backs that up as one. An instance in a selection starts no job."
  fix      = "Name the ARN of the cluster."
}
