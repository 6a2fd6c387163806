rule "property-unknown" {
  title    = "Property that nobody knows"
  theme    = "spelling"
  on       = misfit
  when     = self.nearest == null && self.expected == null
  require  = false
  at       = self
  message  = "${self.provider_type} has no known property `${self.property}`; it may be newer than this release"
  severity = "info"
  basis    = "convention"
  discriminator = self.property
  controls = { iso27001 = ["A.8.9"], nist_csf = ["PR.PS-01"] }
  covers   = []
  why      = "The property is newer than what is known here, or it belongs elsewhere: then what it should set is not set."
  fix      = "Compare with the reference of the type. A property of another type, or of another level, goes where it belongs."
}
