rule "selection-matches-nothing" {
  title    = "Backup selection misses its resources by a letter"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.resources) > 0 || length(self.tags) > 0
  require  = length(self.stores) > 0 || (length(self.near_misses) == 0 && unresolved("what it chooses may be declared elsewhere"))
  at       = first(concat([for tag in self.tags : tag.value], [self]))
  see      = { "this has the tag in other letters" = self.near_misses }
  message  = "${self.label} chooses nothing in this configuration: ${self.near_misses[0].label} has a tag that differs from what it asks for by its letter case only, and tags are compared letter by letter"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-08", "S1-20", "S2-43"]
  why      = "`True` is not `true`, and `backup` is not `Backup`. A selection that misses its resources is no error for the service; it starts no jobs."
  fix      = "Write key and value of the tag alike in the selection and on the resources."
}
