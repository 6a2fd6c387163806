# What in a declaration does not fit the catalogue of its type.
type "misfit" {
  attributes = {
    property = string # with the names of what holds it
    nearest  = string # of an unknown property: the one that was meant
    expected = string # of a known one: what it should be
  }

  cloudformation "*" {
    each     = meta.misfits
    property = item.property
    nearest  = item.nearest
    expected = item.expected
  }

  # Arguments come and go with the versions of a provider, so only a slip says something.
  terraform "*" {
    each     = meta.misfits
    when     = given(item.nearest, item.expected) != null
    property = item.property
    nearest  = item.nearest
    expected = item.expected
  }
}
