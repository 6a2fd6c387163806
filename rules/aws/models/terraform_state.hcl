# Where Terraform keeps what it knows of everything that it manages.
type "state_backend" {
  attributes = { kind = string, bucket = string, is_encrypted = bool, is_locked = bool, key = string }

  terraform_data "terraform.backend" {
    kind         = raw.type
    bucket       = raw.bucket
    is_encrypted = given(raw.encrypt, false)
    is_locked    = given(raw.use_lockfile, false) || !is_blank(raw.dynamodb_table)
    key          = raw.kms_key_id
  }
}

link "state_bucket" {
  from    = state_backend
  to      = s3_bucket
  inverse = "state_backends"
  single  = true
  by      = from.bucket
  keys    = [to.name]
}

# What is declared to be managed no longer, and whether it goes with that.
type "dropped_declaration" {
  attributes = { from = string, dropped_type = string, is_destroyed = bool }

  terraform_data "terraform.removed" {
    from         = raw.from
    dropped_type = first([for part in split(".", given(raw.from, "")) : part if startswith(part, "aws_")])
    is_destroyed = given(blocks(raw.lifecycle)[0].destroy, true)
  }
}
