rule "suppression-unused" {
  title    = "Suppression suppresses nothing"
  theme    = "suppression"
  on       = suppression
  severity = "low"
  basis    = "service"
  why      = <<-EOT
    What was accepted here is not found any more, or the suppression stands in the wrong place. Left alone it hides the
    next fault of that kind.
  EOT
  fix      = "Remove it, or move it in front of the block or to the line that it is about."
}
