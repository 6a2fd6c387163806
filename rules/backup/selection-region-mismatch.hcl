rule "selection-region-mismatch" {
  title    = "Backup selection names a resource of another region"
  theme    = "selection"
  on       = backup_selection
  when     = any([for pattern in self.resources : !is_blank(arn_part(pattern, "region"))]) || length(self.referred_stores) > 0
  require  = length(strays(self)) == 0
  at       = strays(self)[0].pattern
  see      = { "this one is elsewhere too" = [for stray in strays(self) : stray.pattern] }
  message  = "${self.label} is in ${describe(self.region)} and names a resource in ${describe(strays(self)[0].region)}: a plan backs up its own region only"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "A plan works in one region of one account. An ARN of another region is accepted and never matches, so its resource is never backed up."
  fix      = "Declare a plan and a selection in the region of the resource, or correct the ARN."
}

# What it names in other regions. The ARN of a bucket says no region, the declaration of the bucket does.
function "strays" {
  parameters = ["selection"]
  result = concat(
    [for pattern in selection.resources : { pattern = pattern, region = arn_part(pattern, "region") } if !is_in_region(pattern, selection.region)],
    flatten([
      for store in selection.referred_stores : [
        for pattern in selection.resources : { pattern = pattern, region = store.region }
        if is_blank(arn_part(pattern, "region")) && source_of(pattern) == subject_of(store) && store.region != selection.region
      ]
    ]),
  )
}

# Short patterns and those of global names leave the region open.
function "is_in_region" {
  parameters = ["pattern", "region"]
  result     = is_blank(arn_part(pattern, "region")) || glob(arn_part(pattern, "region"), region)
}
