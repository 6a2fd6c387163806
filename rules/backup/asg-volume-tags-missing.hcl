rule "asg-volume-tags-missing" {
  title    = "Volumes of new instances get no tags, and selections go by tag"
  theme    = "selection"
  on       = volume_source
  when     = any([for selection in model.backup_selection : length(selection.tags) > 0]) && !any([for selection in model.backup_selection : has_a_tag_of(selection, self.tags)])
  require  = any([for selection in model.backup_selection : has_a_tag_of(selection, self.volume_tags)])
  at       = self
  see      = { "this selection goes by tag" = [for selection in model.backup_selection : selection if length(selection.tags) > 0] }
  message  = "neither the instances that ${self.label} starts nor their volumes get a tag that a backup selection asks for: nothing of them is backed up"
  severity = "low"
  level    = "info"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-08", "S1-20"]
  why      = "Volumes do not take over the tags of what starts them. A selection by tag passes them by unless the template tags them as well."
  fix      = "Add a tag specification for `volume` to the launch template, `volume_tags` or `PropagateTagsToVolumeOnCreation` to the instance."
}

function "has_a_tag_of" {
  parameters = ["selection", "tags"]
  result     = any([for tag in selection.tags : tags[tag.key] == tag.value])
}
