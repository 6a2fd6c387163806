rule "property-shape" {
  title    = "Property of the wrong type"
  theme    = "spelling"
  on       = misfit
  when     = self.expected != null
  require  = false
  at       = self
  message  = "`${self.property}` of ${self.provider_type} must be ${self.expected}"
  severity = "low"
  discriminator = self.property
  controls = { iso27001 = ["A.8.9"], nist_csf = ["PR.PS-01"] }
  covers   = []
  why      = "The deployment refuses a value of the wrong type, and nothing that the resource should do happens."
  fix      = "Write the value as the type says: a list in brackets or with dashes, an object with names, a number without words."
}
