rule "selection-condition-key-prefix" {
  title    = "Tag key of a selection is in the wrong form"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.conditions) > 0 || length(self.tags) > 0
  require  = length(bare_conditions(self)) == 0 && length(prefixed_tags(self)) == 0
  at       = first(concat([for condition in bare_conditions(self) : condition.key], [for tag in prefixed_tags(self) : tag.key]))
  see      = { "so is this key" = concat([for condition in bare_conditions(self) : condition.key], [for tag in prefixed_tags(self) : tag.key]) }
  message = (length(bare_conditions(self)) > 0
    ? "a condition of ${self.label} asks for `${bare_conditions(self)[0].key}`, which is the name of no tag there: it must begin with `aws:ResourceTag/`"
    : "${self.label} chooses by the tag `${prefixed_tags(self)[0].key}`; outside of conditions a tag key stands without `aws:ResourceTag/`"
  )
  severity = "high"
  basis    = "service"
  level    = length(bare_conditions(self)) > 0 ? "high" : "low"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "Selections write tag keys in two forms: bare in lists of tags, with a prefix in conditions. In the wrong form a key matches no tag, and the selection matches nothing."
  fix      = "Write `aws:ResourceTag/<key>` in conditions, and `<key>` alone in `ListOfTags` or `selection_tag`."
}

function "bare_conditions" {
  parameters = ["selection"]
  result     = [for condition in selection.conditions : condition if !is_condition_key(condition.key)]
}

function "prefixed_tags" {
  parameters = ["selection"]
  result     = [for tag in selection.tags : tag if is_condition_key(tag.key)]
}
