expansion "AWS::Serverless::LayerVersion" {
  defaults = "LayerVersion"

  names {
    # A new version is a new resource, under a name by what it is made of.
    content = { for name in ["CompatibleArchitectures", "CompatibleRuntimes", "ContentUri", "Description", "LayerName", "LicenseInfo", "RetentionPolicy"] : name => raw[name] if raw[name] != null }
  }

  resource "layer" {
    type = "AWS::Lambda::LayerVersion"
    keep = ["CompatibleArchitectures", "CompatibleRuntimes", "Description", "LicenseInfo"]
    properties {
      Content   = is_object(raw.ContentUri) ? s3_object(raw.ContentUri) : s3_location(raw.ContentUri)
      LayerName = given(raw.LayerName, address)
    }
    meta {
      DeletionPolicy = raw.RetentionPolicy == "Delete" ? "Delete" : "Retain"
    }
  }
}
