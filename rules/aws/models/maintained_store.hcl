# What has a time of its own for maintenance, in which, and for some time before which, no backup starts.
type "maintained_store" {
  attributes = {
    store        = any
    window       = string # sun:05:00-sun:06:00, in UTC; null where the service picks one
    lead_minutes = number
  }

  # Aurora starts backups at any time.
  cloudformation "AWS::RDS::DBInstance" "AWS::RDS::DBCluster" "AWS::DocDB::DBCluster" "AWS::Neptune::DBCluster" {
    when         = !startswith(given(raw.Engine, ""), "aurora")
    store        = here.data_store[0]
    window       = raw.PreferredMaintenanceWindow
    lead_minutes = 60
  }
  cloudformation "AWS::FSx::FileSystem" {
    each = flatten([
      for configuration in [raw.WindowsConfiguration, raw.OpenZFSConfiguration, raw.LustreConfiguration] :
      file_system_windows(configuration.WeeklyMaintenanceStartTime, configuration.DailyAutomaticBackupStartTime) if configuration != null
    ])
    store        = here.data_store[0]
    window       = item
    lead_minutes = 240
  }

  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" {
    when         = !startswith(given(raw.engine, ""), "aurora")
    store        = here.data_store[0]
    window       = given(raw.maintenance_window, raw.preferred_maintenance_window)
    lead_minutes = 60
  }
  terraform "aws_fsx_windows_file_system" "aws_fsx_openzfs_file_system" "aws_fsx_lustre_file_system" {
    each         = file_system_windows(raw.weekly_maintenance_start_time, raw.daily_automatic_backup_start_time)
    store        = here.data_store[0]
    window       = item
    lead_minutes = 240
  }
}

function "file_system_windows" {
  parameters = ["weekly", "daily"]
  result     = concat([weekly_start(weekly)], daily == null ? [] : [daily_start(daily)])
}

# `7:05:00` is Sunday at five; both windows last half an hour, of which only the beginning is told.
function "weekly_start" {
  parameters = ["start"]
  result = start == null ? null : at(start, (
    "${["mon", "tue", "wed", "thu", "fri", "sat", "sun"][tonumber(split(":", start)[0]) - 1]}:${trimprefix(start, "${split(":", start)[0]}:")}-${["mon", "tue", "wed", "thu", "fri", "sat", "sun"][tonumber(split(":", start)[0]) - 1]}:${half_an_hour_later(trimprefix(start, "${split(":", start)[0]}:"))}"
  ))
}

function "daily_start" {
  parameters = ["start"]
  result     = at(start, "${start}-${half_an_hour_later(start)}")
}

function "half_an_hour_later" {
  parameters = ["time"]
  result     = formatdate("hh:mm", timeadd("2024-01-01T${time}:00Z", "30m"))
}
