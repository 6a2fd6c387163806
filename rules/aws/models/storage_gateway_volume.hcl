type "storage_gateway_volume" {
  family = ["data_store"]

  terraform "aws_storagegateway_cached_iscsi_volume" {
    name    = raw.target_name
    arn     = "${raw.gateway_arn}/volume/${chosen_id(self.address)}"
    region  = region
    account = account
    tags    = tags_of_terraform(raw.tags, meta.provider)
    key     = raw.kms_key

    computed {
      arn        = self.arn
      volume_arn = self.arn
    }
  }

  terraform "aws_storagegateway_stored_iscsi_volume" {
    name    = raw.target_name
    arn     = "${raw.gateway_arn}/volume/${chosen_id(self.address)}"
    region  = region
    account = account
    tags    = tags_of_terraform(raw.tags, meta.provider)
    key     = raw.kms_key

    computed { arn = self.arn }
  }
}
