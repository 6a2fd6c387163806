rule "copy-single-zone" {
  title    = "Recovery data lies in a single zone"
  theme    = "copy"
  on       = copy_place
  when     = self.subject == null || self.placed == null || is_worth_a_second_zone(self.placed)
  require  = !is_single_zone(self.place) || (self.subject != null && self.placed == null && unresolved("what ${describe(self.subject)} is worth is not said in this configuration"))
  at       = self.place
  see      = { "it belongs to this" = self.placed }
  message  = "${self.label} keeps recovery data in one place only (${self.place}): what destroys that zone destroys the data and what should bring it back"
  severity = "medium"
  controls = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports = { iso27001 = ["A.5.29"] }
  covers   = ["S2-34", "S2-35"]
  why      = "Zones fail as a whole. Classes and targets that live in one are cheaper because they give up the copies in the others."
  fix      = "Choose a class that spans the zones of a region, or a target that is a region."
}

# Critical data, and whatever its name or tags call a backup.
function "is_worth_a_second_zone" {
  parameters = ["store"]
  result = store.explicit_tier == "critical" || (store.type_name == "s3_bucket" ? store.holds_backups : any([
    for key, value in store.tags : length(regexall("(?i)backup", "${key} ${value}")) > 0 && !contains(["false", "no", "none"], lower(value))
  ]))
}
