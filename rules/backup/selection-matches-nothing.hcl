rule "selection-matches-nothing" {
  title    = "Backup selection chooses nothing"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.resources) > 0 || length(self.tags) > 0
  require  = length(self.stores) > 0 || (names_one_elsewhere(self) && unresolved("what it names may be declared elsewhere"))
  at       = first(concat([for tag in self.tags : tag.value], [for pattern in self.resources : pattern], [self]))
  see      = { "this has the tag in other letters" = self.near_misses, "this is chosen and taken out again" = self.excluded_stores }
  message = (
    length(self.near_misses) > 0 ? "${self.label} chooses nothing in this configuration: ${self.near_misses[0].label} has a tag that differs from what it asks for by its letter case only, and tags are compared letter by letter" :
    length(self.excluded_stores) > 0 ? "${self.label} chooses nothing in this configuration: its exclusions take out all that it names" :
    "${self.label} chooses nothing in this configuration: no data store here has what it asks for"
  )
  severity = "high"
  basis    = "convention"
  # Where nothing of the kind is declared, what it is for lives elsewhere.
  level = length(self.near_misses) > 0 || length(self.excluded_stores) > 0 || length(self.candidates) > 0 ? "high" : "info"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-08", "S1-20", "S2-43"]
  why      = "`True` is not `true`, and `backup` is not `Backup`. A selection that misses its resources is no error for the service; it starts no jobs."
  fix      = "Write key and value of the tag alike in the selection and on the resources, or remove a selection that nothing needs."
}

# A whole ARN of something, or a reference to something that is no data store of this configuration.
function "names_one_elsewhere" {
  parameters = ["selection"]
  result = any([
    for pattern in selection.resources :
    source_of(pattern) == null ? !is_blank(pattern) && !strcontains(pattern, "*") && !is_of_no_backup(pattern) && is_in_reach_of(pattern, selection) : !any([for store in selection.referred_stores : source_of(pattern) == subject_of(store)])
  ])
}

function "is_in_reach_of" {
  parameters = ["pattern", "selection"]
  result = all([
    for part in [{ name = "region", own = selection.region }, { name = "account", own = selection.account }] :
    is_blank(arn_part(pattern, part.name)) || arn_part(pattern, part.name) == part.own
  ])
}
