# What patterns of the event bus and filters of subscriptions let through.

# A list stands for any of its values, and no list for anything.
function "accepts" {
  parameters = ["wanted", "value"]
  result     = wanted == null || any([for one in blocks(wanted) : matches_value(one, value)])
}

function "matches_value" {
  parameters = ["wanted", "value"]
  result = (
    !is_object(wanted) ? wanted == value :
    wanted["anything-but"] != null ? !any([for one in blocks(wanted["anything-but"]) : matches_value(one, value)]) :
    wanted.prefix != null ? (is_object(wanted.prefix) ? startswith(lower(value), lower(wanted.prefix["equals-ignore-case"])) : startswith(value, wanted.prefix)) :
    wanted.suffix != null ? (is_object(wanted.suffix) ? endswith(lower(value), lower(wanted.suffix["equals-ignore-case"])) : endswith(value, wanted.suffix)) :
    wanted["equals-ignore-case"] != null ? lower(value) == lower(wanted["equals-ignore-case"]) :
    wanted.wildcard != null ? glob(wanted.wildcard, value) :
    wanted.exists != null ? wanted.exists :
    unresolved("it is not known here what ${jsonencode(wanted)} matches")
  )
}
