# Holds volumes, which are what plans back up.
type "fsx_ontap_file_system" {
  attributes = { backup_retention_days = number, key = string, deployment = string }

  cloudformation "AWS::FSx::FileSystem" {
    when                  = raw.FileSystemType == "ONTAP"
    backup_retention_days = given(raw.OntapConfiguration.AutomaticBackupRetentionDays, 30)
    key                   = raw.KmsKeyId
    deployment            = raw.OntapConfiguration.DeploymentType
  }

  terraform "aws_fsx_ontap_file_system" {
    backup_retention_days = given(raw.automatic_backup_retention_days, 0)
    key                   = raw.kms_key_id
    deployment            = raw.deployment_type
  }
}
