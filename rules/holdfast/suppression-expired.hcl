rule "suppression-expired" {
  title    = "Suppression has expired"
  theme    = "suppression"
  on       = suppression
  severity = "medium"
  basis    = "service"
  why      = <<-EOT
    The day until which this was accepted is over: the findings show again. Somebody who forgets an exception keeps it
    for ever, which is what the day is for.
  EOT
  fix      = "Put the finding right and remove the suppression, or decide again and set a new day."
}
