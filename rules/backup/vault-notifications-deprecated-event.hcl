rule "vault-notifications-deprecated-event" {
  title    = "Vault subscribes to failure events that are never sent"
  theme    = "monitoring"
  on       = family.recovery_store
  when     = length(given(self.events, [])) > 0
  require  = length(silent_events(self.events)) == 0
  at       = silent_events(self.events)[0]
  see      = { "never sent either" = silent_events(self.events) }
  message  = "${self.label} waits for ${join(" and ", silent_events(self.events))}, which the service accepts but no longer sends; failures arrive as ${join(" and ", distinct([for event in silent_events(self.events) : successor_of(event)]))}"
  severity = "medium"
  basis    = "service"
  controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09", "DE.AE-06"] }
  supports = { cis = ["8.11"] }
  covers   = ["S1-32", "S2-20", "S2-21", "S2-39"]
  why      = <<-EOT
    Several event names are deprecated: they can still be configured, and nothing is ever delivered for them. Whoever
    relies on them learns of a failed backup when it is needed.
  EOT
  fix      = "Replace them with `BACKUP_JOB_COMPLETED` and `RESTORE_JOB_COMPLETED`, which are sent for success, failure and expiry alike, and filter the subscription on the attribute `State`."
}

function "successor_of" {
  parameters = ["event"]
  result     = startswith(event, "RESTORE_") ? "RESTORE_JOB_COMPLETED" : "BACKUP_JOB_COMPLETED"
}

# Deprecated failure events whose successor is not subscribed to.
function "silent_events" {
  parameters = ["events"]
  result = [
    for event in events : event
    if contains(["BACKUP_JOB_FAILED", "BACKUP_JOB_EXPIRED", "RESTORE_JOB_FAILED"], event) && !contains(events, successor_of(event))
  ]
}
