# Stands between volumes and the file system of NetApp ONTAP.
type "fsx_virtual_machine" {
  attributes = { file_system_id = any }

  cloudformation "AWS::FSx::StorageVirtualMachine" {
    file_system_id = raw.FileSystemId
  }

  terraform "aws_fsx_ontap_storage_virtual_machine" {
    file_system_id = raw.file_system_id
  }
}

link "file_system" {
  from   = fsx_virtual_machine
  to     = fsx_ontap_file_system
  single = true
  by     = from.file_system_id
  keys   = []
}
