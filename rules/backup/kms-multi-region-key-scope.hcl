rule "kms-multi-region-key-scope" {
  title    = "Multi-Region key is used in one region"
  theme    = "encryption"
  on       = kms_key
  when     = self.spans_regions == true
  require  = length(self.replicas) > 0 || any([for store in self.all_stores : any([for copy in store.copies : copy.destination_region != copy.region])])
  at       = self.spans_regions
  message  = "${self.label} may have replicas in other regions; this configuration makes none and copies nothing that it encrypts"
  severity = "info"
  supports = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3"] }
  covers   = ["S2-34"]
  why      = "A multi-Region key can be replicated, material included, by whoever has the right to. Where nobody recovers in another region that only widens what must be guarded."
  fix      = "Declare the replica in the recovery region, or use a key of one region. A key cannot be changed from one to the other."
}
