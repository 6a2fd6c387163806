rule "property-misspelt" {
  title    = "Property with a misspelt name"
  theme    = "spelling"
  on       = misfit
  when     = self.nearest != null
  require  = false
  at       = self
  message  = "${self.provider_type} has no `${self.property}`; did you mean `${self.nearest}`?"
  severity = "low"
  basis    = "convention"
  discriminator = self.property
  controls = { iso27001 = ["A.8.9"], nist_csf = ["PR.PS-01"] }
  covers   = []
  why      = "What a misspelt name should have set is not set. The deployment refuses it at best; a module or macro in between may drop it without a word."
  fix      = "Correct the name, or set the one that was meant."
}
