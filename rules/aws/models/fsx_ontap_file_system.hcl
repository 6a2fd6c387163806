# Holds volumes, which are what plans back up.
type "fsx_ontap_file_system" {
  attributes = { backup_retention_days = number }

  cloudformation "AWS::FSx::FileSystem" {
    when                  = raw.FileSystemType == "ONTAP"
    backup_retention_days = given(raw.OntapConfiguration.AutomaticBackupRetentionDays, 30)
  }

  terraform "aws_fsx_ontap_file_system" {
    backup_retention_days = given(raw.automatic_backup_retention_days, 0)
  }
}
