# A volume that a gateway serves. The gateway's service makes no snapshots by itself unless somebody schedules them there.
type "storage_gateway_volume" {
  family = ["data_store"]

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::StorageGateway::Volume" {
    name         = raw.TargetName
    arn          = "${raw.GatewayARN}/volume/${chosen_id(self)}"
    tags         = tags_of_pairs(given(raw.Tags, []))
    key          = raw.KMSKey
    is_encrypted = given(raw.KMSEncrypted, here.encrypted_source[0].is_encrypted)

    computed {
      Ref       = self.arn
      VolumeId  = chosen_id(self)
      VolumeARN = self.arn
    }
  }

  terraform "aws_storagegateway_cached_iscsi_volume" "aws_storagegateway_stored_iscsi_volume" {
    name         = raw.target_name
    arn          = "${raw.gateway_arn}/volume/${chosen_id(self)}"
    tags         = tags_of_terraform(raw.tags, meta.provider)
    key          = raw.kms_key
    is_encrypted = given(raw.kms_encrypted, here.encrypted_source[0].is_encrypted)

    computed {
      id         = self.arn
      volume_id  = chosen_id(self)
      arn        = self.arn
      volume_arn = self.arn
    }
  }
}

# A share of a gateway is a window on a bucket, which holds the data.
type "gateway_share" {
  attributes = { location = any }

  terraform "aws_storagegateway_nfs_file_share" "aws_storagegateway_smb_file_share" {
    location = raw.location_arn
  }
}

link "shared_bucket" {
  from    = gateway_share
  to      = s3_bucket
  inverse = "gateway_shares"
  single  = true
  by      = from.location
  keys    = [to.arn]
}
