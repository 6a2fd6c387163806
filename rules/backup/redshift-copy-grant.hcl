rule "redshift-copy-grant" {
  title    = "Snapshots of an encrypted warehouse are copied without a key"
  theme    = "encryption"
  on       = warehouse_copy
  when     = self.is_encrypted != false
  require = (
    is_blank(self.grant_name)
    ? self.is_encrypted == null && self.key == null && unresolved("nothing documents whether copies need a grant when the service's own key encrypts ${describe(self.cluster)}")
    : self.grant == null ? unresolved("the grant ${describe(self.grant_name)} is not in this configuration") : self.grant.key != null
  )
  at       = self.grant_name
  see      = { "this grant names no key" = self.grant }
  message  = is_blank(self.grant_name) ? "${self.label} copies snapshots of an encrypted cluster to another region without a grant for a key there: the copies fail" : "${self.label} copies snapshots under ${self.grant.label}, which names no key of yours in the other region"
  severity = "high"
  basis    = "service"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3", "3.11"] }
  supports = { iso27001 = ["A.8.13", "A.8.14"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-41", "S1-63", "S2-31"]
  why      = "A warehouse cannot use a key of another region by itself. A grant there gives it one; without it no snapshot of an encrypted cluster arrives."
  fix      = "Create a snapshot copy grant with a key in the destination region and name it in the copy."
}
