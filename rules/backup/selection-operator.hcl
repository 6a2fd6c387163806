rule "selection-operator" {
  title    = "Comparison of a selection never matches"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.tags) > 0 || length(self.conditions) > 0
  require  = all([for tag in self.tags : is_selection_operator(self, tag.operator)]) && length(starred_values(self)) == 0
  at       = first(concat([for tag in self.tags : given(tag.operator, self) if !is_selection_operator(self, tag.operator)], starred_values(self)))
  message = (all([for tag in self.tags : is_selection_operator(self, tag.operator)])
    ? "${self.label} compares with `${starred_values(self)[0]}` letter by letter: `*` stands for other characters only in `StringLike` and `StringNotLike`"
    : "${self.label} compares a tag by `${describe(first([for tag in self.tags : given(tag.operator, "nothing") if !is_selection_operator(self, tag.operator)]))}`; lists of tags take `STRINGEQUALS` only"
  )
  severity = "medium"
  basis    = "service"
  level    = all([for tag in self.tags : is_selection_operator(self, tag.operator)]) ? "low" : "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "A list of tags knows one comparison, and it knows no wildcards. Whoever writes another one gets a refused deployment or a selection of nothing."
  fix      = "Write `STRINGEQUALS` in lists of tags, and move patterns with `*` to a condition with `StringLike`."
}

# One sample of the service's guide writes it in other letters.
function "is_selection_operator" {
  parameters = ["selection", "operator"]
  result = (
    operator == "STRINGEQUALS"
    || (selection.takes_any_case && same_ignoring_case(operator, "STRINGEQUALS") && unresolved("nothing documents whether the service takes the operator in these letters"))
  )
}

function "starred_values" {
  parameters = ["selection"]
  result = concat(
    [for tag in selection.tags : tag.value if strcontains(given(tag.value, ""), "*")],
    [for condition in selection.conditions : condition.value if !endswith(condition.operator, "Like") && strcontains(given(condition.value, ""), "*")],
  )
}
