# What protects what: `holdfast why` walks it from one resource, `holdfast graph` draws it all.
diagram "protection" {
  node "store" {
    on        = family.recoverable
    when      = self.is_told
    address   = self.known_as
    shape     = "cylinder"
    label     = self.known_as
    text      = self.is_elsewhere ? "${self.known_as} (declared elsewhere)" : "${self.known_as} (${self.tier}, ${self.tier_source})"
    otherwise = "no selection chooses it, and its service keeps nothing by itself"

    edge "selected by" {
      to   = self.selected_by
      text = "selected by ${reason_of_choice(to, self)} (${to.address})"
    }
    edge "left out by" {
      to = [for selection in self.excluded_by : "${selection.address}, which takes it out of its choice"]
    }
    edge "backed up with" {
      to = given(self.backed_up_with, [])
    }
    edge "kept by" {
      to = self.is_elsewhere || self.native == null ? null : self.native_in_words
    }
  }

  node "selection" {
    on    = backup_selection
    shape = "rounded"
    label = given(self.name, self.address)

    edge "of" { to = given(self.plan, absent_plan(self)) }
  }

  node "plan" {
    on        = backup_plan
    label     = "plan ${given(self.name, self.address)}"
    otherwise = "it has no rules"

    edge "has" {
      to = self.rules
    }
  }

  node "rule" {
    on    = backup_rule
    shape = "rounded"
    label = "${self.name}: ${self.schedule}"
    text  = "rule ${self.name} (${self.schedule} ${self.timezone}, ${self.is_continuous ? "continuous, " : ""}kept ${self.retention_days == infinity ? "forever" : "${self.retention_days} d"})"

    edge "into" {
      to = given(self.kept_in, "vault ${self.vault_name}, which is not in this configuration")
    }
    edge "copies" {
      to = self.copies
    }
  }

  node "copy" {
    on    = backup_copy
    shape = "rounded"
    label = "copy to ${given(self.destination_region, "another vault")}"
    text  = "copy to ${given(self.destination_region, "another vault")}, kept ${self.retention_days == infinity ? "forever" : "${self.retention_days} d"}"

    edge "into" {
      to = given(self.destination_vault, self.destination)
    }
  }

  node "vault" {
    on    = family.recovery_store
    shape = "hexagon"
    label = "vault ${self.name}"
    text  = "vault ${self.name} (${lock_in_words(self.lock)})"

    edge "encrypted with" {
      to = self.actual_key
    }
  }

  node "key" {
    on          = kms_key
    label       = self.address
    text        = "key ${self.address}"
    only_linked = true
  }
}

derive "native_in_words" {
  on    = family.recoverable
  value = "${self.native.mechanism} (${duration(self.native.rpo_minutes)}, ${self.native.retention_days == infinity ? "forever" : "${self.native.retention_days} d"})"
}

# The first tag or pattern that makes a selection choose a store.
function "reason_of_choice" {
  parameters = ["selection", "store"]
  result = store.is_elsewhere ? "its ARN" : given(
    first([for tag in selection.tags : "tag ${tag.key}=${tag.value}" if store.tags[tag.key] == tag.value]),
    first([for pattern in selection.resources : source_of(pattern) != null ? "its ARN" : is_known(startswith(pattern, "arn:")) ? "pattern ${pattern}" : "an ARN that cannot be told before it is deployed" if names(pattern, store)]),
    "something undecided",
  )
}
