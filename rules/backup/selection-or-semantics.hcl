rule "selection-or-semantics" {
  title    = "Backup selection joins what reads like a narrowing"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.tags) > 0
  require  = length(distinct([for tag in self.tags : tag.key])) <= 1 && length(self.resources) == 0
  at       = length(self.tags) > 1 ? self.tags[1].key : self.tags[0].key
  see      = { "this has one of the tags, and is chosen" = half_tagged(self) }
  message = (length(half_tagged(self)) > 0
    ? "${self.label} chooses ${half_tagged(self)[0].label}, which has only one of the tags ${join(" and ", distinct([for tag in self.tags : tag.key]))}: entries of a selection add up"
    : "${self.label} chooses whatever one of its entries names: resources and tags of a selection add up, they do not narrow each other"
  )
  severity = "medium"
  basis    = "convention"
  level    = length(half_tagged(self)) > 0 ? "medium" : "info"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "Several tags in one selection read as if all of them were asked for. The service takes what has any of them, so that plans reach further than was meant."
  fix      = "Ask for all of the tags in `Conditions` or `condition`, with `Resources: [\"*\"]`; write a selection for each entry where the sum is meant."
}

# Stores that are chosen by one tag although they lack another.
function "half_tagged" {
  parameters = ["selection"]
  result = [
    for store in selection.stores : store
    if any([for tag in selection.tags : store.tags[tag.key] == tag.value])
    && any([for wanted in selection.tags : !any([for tag in selection.tags : tag.key == wanted.key && store.tags[tag.key] == tag.value])])
  ]
}
