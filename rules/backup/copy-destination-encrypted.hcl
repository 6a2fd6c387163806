rule "copy-destination-encrypted" {
  title         = "Vault that receives copies has no customer managed key"
  theme         = "copy"
  on            = backup_copy
  when          = self.destination_region != self.region || self.destination_account != self.account
  require = (
    self.destination_vault == null ? unresolved("the destination ${describe(self.destination)} is not in this configuration") :
    self.destination_vault.type_name == "air_gapped_vault"
    || (self.destination_vault.key != null && has_customer_key(self.destination_vault))
    || (length(stores_in_need(self)) == 0 && (!chooses_elsewhere(self.plan) || unresolved("what else ${self.plan.label} selects is not in this configuration")))
  )
  at            = self.destination
  see = {
    "the destination is declared here"         = self.destination_vault
    "this needs a customer key for its copies" = first(stores_in_need(self))
  }
  message       = "the ${self.label} goes to ${self.destination_vault.label}, which has no customer managed key: copies of ${first(stores_in_need(self)).label} fail with the key of the service"
  discriminator = describe(self.destination)
  severity      = "high"
  controls      = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers        = ["S1-24", "S1-41", "S2-31"]
  why           = "Recovery points that keep the encryption of their source are encrypted anew when they are copied, and the service's own key for backups cannot do that."
  fix           = "Give the destination vault a key of your own in its region. The key of a vault cannot be changed later: this replaces the vault."
}

# Copies of clusters that are not encrypted stay so, whatever the vault.
function "stores_in_need" {
  parameters = ["copy"]
  result = [
    for store in copy.rule.stores : store
    if store.copies_inherit_encryption && (store.is_encrypted == true || !contains(["docdb_cluster", "neptune_cluster", "rds_cluster"], store.type_name))
  ]
}

# Tags and patterns choose whatever the account holds, references only what is declared here.
function "chooses_elsewhere" {
  parameters = ["plan"]
  result     = any([for selection in plan.selections : length(selection.tags) > 0 || any([for pattern in selection.resources : source_of(pattern) == null])])
}
