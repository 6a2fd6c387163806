framework "nist_csf" {
  name            = "NIST CSF"
  version         = "2.0"
  organization    = "NIST"
  information_uri = "https://www.nist.gov/cyberframework"
  label           = "Subcategories of the framework core"
  guid            = "5b1f4c7e-2d0a-4e61-9c53-7f1b0ac5f20b"
  controls = {
    "DE.AE-06" = "Adverse-event information reaches staff and tools"
    "DE.CM-09" = "Computing, runtime and their data are monitored"
    "ID.AM-05" = "Assets are prioritised by classification and criticality"
    "ID.AM-07" = "Inventory of data and metadata"
    "PR.AA-03" = "Users, services and hardware are authenticated"
    "PR.AA-05" = "Permissions are managed; least privilege"
    "PR.DS-01" = "Data at rest is protected"
    "PR.DS-11" = "Backups are created, protected, maintained and tested"
    "PR.IR-01" = "Networks and environments are protected from unauthorised access"
    "PR.IR-03" = "Mechanisms meet resilience requirements"
    "ID.AM-08" = "Systems and data are managed throughout their life cycle"
  }
  aliases = {
    "PR.IP-4"  = ["PR.DS-11"]
    "PR.IP-04" = ["PR.DS-11"]
    "PR.DS-1"  = ["PR.DS-01"]
    "PR.PT-5"  = ["PR.IR-03"]
    "PR.AC-4"  = ["PR.AA-05"]
    "PR.AC-7"  = ["PR.AA-03"]
    "PR.IP-6"  = ["ID.AM-08"]
  }
}
