rule "source-cmk-for-regulated" {
  title    = "Regulated data is not encrypted with a customer managed key"
  theme    = "encryption"
  on       = family.data_store
  when     = sensitive_class(self, policy) != null
  require  = names_key_elsewhere(self) ? unresolved("the key of ${self.address} is named where its database or cluster is") : self.key != null && has_customer_key(self)
  at       = self.key
  see      = { "its tag says so" = sensitive_class(self, policy) }
  message  = "${self.label} holds data of the class ${sensitive_class(self, policy)} and ${self.key == null ? "names no key" : "uses a key that the service manages"}: nobody here decides who may decrypt it and its backups"
  severity = "medium"
  basis    = "convention"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13", "A.5.34"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S2-29", "S2-30"]
  why      = "The policy of a key of your own says who may read the data, in every copy and backup of it, and its log who did. Keys of the service give neither."
  fix      = "Name a key of your own. Where the key of a store cannot be changed, restore it from a snapshot under the new key."
}

# What its tags classify it as, where the profile counts that as sensitive.
function "sensitive_class" {
  parameters = ["store", "policy"]
  result     = first([for key in policy.classification_tags : tag_of(store.tags, key) if contains(policy.sensitive_classes, lower(given(tag_of(store.tags, key), "")))])
}

function "names_key_elsewhere" {
  parameters = ["store"]
  result = (
    store.type_name == "timestream_table" ? store.database == null :
    store.type_name == "fsx_ontap_volume" ? store.virtual_machine.file_system == null :
    store.type_name == "eks_cluster"
  )
}
