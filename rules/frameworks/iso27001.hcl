framework "iso27001" {
  name            = "ISO/IEC 27001"
  version         = "2022"
  organization    = "ISO/IEC"
  information_uri = "https://www.iso.org/standard/27001"
  label           = "Annex A controls"
  guid            = "5b1f4c7e-2d0a-4e61-9c53-7f1b0a27001a"
  controls = {
    "A.5.3"  = "Segregation of duties"
    "A.5.9"  = "Inventory of information and other associated assets"
    "A.5.12" = "Classification of information"
    "A.5.13" = "Labelling of information"
    "A.5.15" = "Access control"
    "A.5.29" = "Information security during disruption"
    "A.5.30" = "ICT readiness for business continuity"
    "A.5.33" = "Protection of records"
    "A.8.2"  = "Privileged access rights"
    "A.8.3"  = "Information access restriction"
    "A.8.5"  = "Secure authentication"
    "A.8.10" = "Information deletion"
    "A.8.13" = "Information backup"
    "A.8.14" = "Redundancy of information processing facilities"
    "A.8.16" = "Monitoring activities"
    "A.8.24" = "Use of cryptography"
  }
  aliases = {
    "A.12.3.1" = ["A.8.13"]
    "A.17.1"   = ["A.5.29", "A.5.30"]
    "A.17.1.1" = ["A.5.29"]
    "A.17.1.2" = ["A.5.29"]
    "A.17.1.3" = ["A.5.29"]
    "A.17.2.1" = ["A.8.14"]
    "A.18.1.3" = ["A.5.33"]
    "A.10.1.1" = ["A.8.24"]
    "A.10.1.2" = ["A.8.24"]
    "A.9.4.2"  = ["A.8.5"]
  }
}
