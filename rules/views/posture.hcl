# How well each data store could be recovered, as `holdfast posture` shows it. Columns with a title are for people too,
# the most important first: narrow terminals leave out the last ones.
table "posture" {
  title   = "Recovery posture"
  subject = "data store"
  on      = family.recoverable
  when    = self.is_told
  address = self.known_as

  column "tier" {
    title = "Tier"
    value = self.tier
    text  = is_known(self.tier) ? "${self.tier} (${self.tier_source})" : self.tier
  }
  column "tier_source" {
    value = self.tier_source
  }

  column "rpo_minutes" {
    title = "Can lose"
    value = finite(self.seen_rpo_minutes)
    text  = rpo_in_words(self.seen_rpo_minutes, self.wanted_rpo_minutes)
    met   = self.wanted_rpo_minutes == null || self.seen_rpo_minutes <= self.wanted_rpo_minutes
  }
  column "rpo_wanted_minutes" {
    value = self.wanted_rpo_minutes
  }
  # When every job starts as late as its window allows.
  column "rpo_late_minutes" {
    value = finite(as_far_as_seen(is_unversioned(self) ? infinity : self.late_rpo_minutes, infinity, self))
  }

  column "retention_days" {
    title = "Kept"
    value = forever(self.seen_kept_days)
    text  = kept_in_words(self.seen_kept_days, self.wanted_retention_days)
    met   = self.seen_kept_days >= self.wanted_retention_days
  }
  column "retention_wanted_days" {
    value = self.wanted_retention_days
  }

  column "retention_warm_days" {
    value = forever(as_far_as_seen(is_unversioned(self) ? 0 : self.warm_days, 0, self))
  }
  # The longest retention among rules that fire daily, weekly, monthly and yearly, or more often.
  column "generations_days" {
    value = self.may_be_protected_elsewhere ? self.as_no_plan_is_seen : { for name, days in self.generations : name => is_unversioned(self) ? 0 : forever(days) }
  }

  column "protected_by" {
    title = "Protected by"
    value = [for rule in distinct(self.protected_by) : {
      plan           = rule.plan.name
      rule           = rule.name
      schedule       = rule.schedule
      timezone       = rule.timezone
      continuous     = rule.is_continuous
      retention_days = forever(rule.retention_days)
      vault          = rule.vault_known_as
    }]
    text = concat(
      self.is_elsewhere || self.native == null ? [] : [self.native.mechanism],
      [for rule in distinct(self.protected_by) : "${rule.plan.name}/${rule.name}"],
    )
  }
  # The sources refer to it, and it is declared somewhere else.
  column "is_elsewhere" {
    value = self.is_elsewhere
  }
  column "selections" {
    value = distinct([for selection in self.selected_by : selection.address])
  }
  # Whether the region backs up its type where tags or whole services are selected: as its settings say, else as accounts begin.
  column "opted_in" {
    value = self.opted_in == null ? "assumed" : tobool(self.opted_in) ? "yes" : "no"
  }
  column "native" {
    value = self.native
  }

  column "vaults" {
    title = "Vaults"
    value = [for vault in self.reached_vaults : {
      vault = vault.name, region = vault.region, account = vault.account, lock = vault.lock, key = vault.key, has_policy = vault.policy != null
    }]
    text = concat(
      [for vault in self.reached_vaults : "${vault.name} (${lock_in_words(vault.lock)})"],
      [for name in self.external_vaults : "${name} (not in this configuration)"],
    )
  }
  column "vaults_elsewhere" {
    value = self.external_vaults
  }

  column "copies" {
    title = "Copies"
    value = [for copy in distinct(self.copies) : {
      vault          = given(copy.destination_vault.name, arn_part(copy.destination, "resource"), copy.destination)
      region         = copy.destination_region
      account        = copy.destination_account
      lock           = copy.destination_vault.lock
      key            = copy.destination_vault.key
      is_declared    = copy.destination_vault != null
      retention_days = forever(copy.retention_days)
    }]
    text = distinct([for copy in distinct(self.copies) : "${given(copy.destination_region, "?")} (${copy.destination_vault == null ? "not in this configuration" : lock_in_words(copy.destination_vault.lock)})"])
  }

  column "encryption" {
    title = "Encrypted by"
    value = distinct(self.encrypted_by)
  }

  column "restore_test_days" {
    title = "Restore test"
    value = finite(self.seen_restore_test_days)
    text  = self.tested_as == null ? "not possible" : interval_in_words(self.seen_restore_test_days, policy.tiers[self.tier].restore_test_days)
    met   = self.tested_as == null || policy.tiers[self.tier].restore_test_days == null || self.seen_restore_test_days <= policy.tiers[self.tier].restore_test_days
  }
  column "restore_test_wanted_days" {
    value = policy.tiers[self.tier].restore_test_days
  }
  column "restore_tests" {
    value = distinct([for selection in self.tested_by : selection.address])
  }

  column "alert_minutes" {
    title = "Alert"
    value = finite(self.seen_alert_minutes)
    text  = !is_known(self.seen_alert_minutes) ? self.seen_alert_minutes : self.seen_alert_minutes == infinity ? "none" : self.alerts[0].path
    met   = policy.tiers[self.tier].alert_minutes == null || self.seen_alert_minutes <= policy.tiers[self.tier].alert_minutes
  }
  column "alert_wanted_minutes" {
    value = policy.tiers[self.tier].alert_minutes
  }
  column "alerts" {
    value = distinct([for alert in self.alerts : alert.path])
  }

  # Three copies, two kinds of storage, one elsewhere, one that cannot be changed, none untested.
  column "copies_3_2_1_1_0" {
    title = "3-2-1-1-0"
    value = self.seen_copy_score
    text  = self.may_be_protected_elsewhere || self.is_elsewhere ? self.seen_copy_score : join("-", [for name in ["copies", "kinds", "elsewhere", "immutable", "untested"] : digit(self.copy_score[name])])
    met   = self.seen_copy_score.copies >= 3 && self.seen_copy_score.kinds >= 2 && self.seen_copy_score.elsewhere >= 1 && self.seen_copy_score.immutable >= 1 && self.seen_copy_score.untested == 0
  }
}

# Nothing can stand for what never happens.
function "finite" {
  parameters = ["number"]
  result     = is_known(number) && number == infinity ? null : number
}

function "forever" {
  parameters = ["days"]
  result     = is_known(days) && days == infinity ? "forever" : days
}

function "kept_days_in_words" {
  parameters = ["days"]
  result     = days == infinity ? "forever" : "${days} d"
}

function "kept_in_words" {
  parameters = ["days", "wanted"]
  result = (
    is_known(days) ? "${kept_days_in_words(days)}${of_wanted(wanted, "${wanted} d")}" :
    given(at_least(days), 0) > 0 ? "at least ${kept_days_in_words(at_least(days))}${of_wanted(wanted, "${wanted} d")}" :
    "undecided"
  )
}

function "rpo_in_words" {
  parameters = ["minutes", "wanted"]
  result = (
    is_known(minutes) ? "${minutes == infinity ? "everything" : duration(minutes)}${of_wanted(wanted, duration(wanted))}" :
    given(at_most(minutes), infinity) < infinity ? "at most ${duration(at_most(minutes))}${of_wanted(wanted, duration(wanted))}" :
    given(at_least(minutes), 0) > 0 ? "at least ${duration(at_least(minutes))}${of_wanted(wanted, duration(wanted))}" :
    "undecided"
  )
}

function "interval_in_words" {
  parameters = ["days", "wanted"]
  result     = !is_known(days) ? days : days == infinity ? "never" : "every ${days} d${of_wanted(wanted, "${wanted} d")}"
}

# Nothing is said of a demand that nobody makes or knows.
function "of_wanted" {
  parameters = ["wanted", "words"]
  result     = is_known(wanted) && wanted != null ? " of ${words}" : ""
}

function "lock_in_words" {
  parameters = ["lock"]
  result = (
    lock == null ? "no lock" :
    "${lock.mode}${lock.min_days == null ? "" : ", at least ${lock.min_days} d"}${lock.max_days == null ? "" : ", at most ${lock.max_days} d"}"
  )
}

function "digit" {
  parameters = ["number"]
  result     = is_known(number) ? tostring(number) : "?"
}
