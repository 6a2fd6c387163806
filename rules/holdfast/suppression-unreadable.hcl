rule "suppression-unreadable" {
  title    = "Suppression cannot be understood"
  theme    = "suppression"
  on       = suppression
  severity = "medium"
  basis    = "service"
  why      = <<-EOT
    A suppression that names no rule that exists, or is misspelt, has no effect although its author believes that it
    has.
  EOT
  fix      = "Write `ignore[RULE, …] reason=\"…\" owner=\"…\" expires=YEAR-MONTH-DAY`; `holdfast rules` lists the rules."
}
