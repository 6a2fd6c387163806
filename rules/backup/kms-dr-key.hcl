rule "kms-dr-key" {
  title         = "Copies in another region have no key there"
  theme         = "encryption"
  on            = backup_copy
  when          = self.destination_region != self.region && length(stores_with_own_key(self.rule)) > 0
  require       = has_key_there(self)
  at            = self.destination
  see           = { "this is encrypted with a key of its own region" = [for store in stores_with_own_key(self.rule) : store.key], "the destination is declared here" = self.destination_vault }
  message       = "the ${self.label} takes ${first(stores_with_own_key(self.rule)).label} to ${describe(self.destination_region)}, but its key stays behind: neither has the vault there a customer managed key nor has the key a replica"
  discriminator = describe(self.destination)
  severity      = "medium"
  controls      = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports      = { iso27001 = ["A.8.13", "A.8.14"], nist_csf = ["PR.DS-11"] }
  covers        = ["S1-63", "S2-34"]
  why           = "A region that is lost takes its keys along. A copy helps only with a key that lives where the copy does: one of the vault there, or a replica of a multi-Region key."
  fix           = "Give the destination vault a key of its own in its region, or make the key a multi-Region key and replicate it there."
}

function "stores_with_own_key" {
  parameters = ["rule"]
  result     = [for store in rule.stores : store if store.key != null && has_customer_key(store)]
}

function "has_key_there" {
  parameters = ["copy"]
  result = (
    all([for store in stores_with_own_key(copy.rule) : any([for replica in given(store.actual_key.replicas, []) : replica.region == copy.destination_region])])
    || (copy.destination_vault == null
      ? unresolved("the destination ${describe(copy.destination)} is not in this configuration")
      : copy.destination_vault.key != null && has_customer_key(copy.destination_vault))
  )
}
