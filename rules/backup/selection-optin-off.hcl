rule "selection-optin-off" {
  title    = "Region does not back up the type that a tag selects"
  theme    = "selection"
  on       = family.data_store
  when     = length(self.selected_by) > 0 && opt_in_name(self) != null && all([for selection in self.selected_by : obeys_opt_in(selection, self)])
  require  = tobool(given(self.opted_in, unresolved("nothing here says whether the region backs up ${describe(opt_in_name(self))}")))
  at       = is_set(self.opted_in) ? self.opted_in : self
  see      = { "this selection chooses it" = self.selected_by, "this is never backed up" = self }
  message  = "the region of ${self.label} is set not to back up ${opt_in_name(self)}, and only tags or patterns select it: no job is ever started"
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-08", "S1-20", "S2-43"]
  why      = "Selections by tag, or for a whole service, only reach the types that a region is opted in to. The plan looks complete, and nothing says otherwise."
  fix      = "Set the type to `true` in `resource_type_opt_in_preference`, or name the resource by its ARN."

  presume {
    condition = length(model.opt_in_setting) > 0
    otherwise = "no settings of a region are in this configuration, so nobody can tell here which types it backs up"
  }
}
