rule "copy-destination-key-region" {
  title         = "Key of the vault that receives copies is in another region"
  theme         = "copy"
  on            = backup_copy
  when          = self.destination_vault != null && self.destination_vault.key != null && region_of_key(self.destination_vault) != null
  require       = region_of_key(self.destination_vault) == self.destination_vault.region
  at            = self.destination_vault.key
  see           = { "copies go there by this action" = self.destination }
  message       = "${self.destination_vault.label} is in ${describe(self.destination_vault.region)} and its key in ${describe(region_of_key(self.destination_vault))}: the service refuses the vault, and no copy arrives"
  discriminator = describe(self.destination)
  severity      = "high"
  controls      = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers        = ["S1-24", "S1-41", "S2-31"]
  why           = "Keys work in one region. A vault takes a key of its own region only, and what was copied must be readable when the other region is lost."
  fix           = "Create the key, or a replica of a multi-region key, in the region of the vault."
}

function "region_of_key" {
  parameters = ["vault"]
  result     = vault.encryption_key != null ? vault.encryption_key.region : arn_part(vault.key, "region")
}
