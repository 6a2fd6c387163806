# Where a resource is deployed to. Rules compare these; nobody else knows how a provider is configured.

dialect "cloudformation" {
  region    = meta.environment.region
  account   = meta.environment.account
  partition = meta.environment.partition
}

# The region argument of a resource exists since provider 6; an assumed role or the list of allowed accounts names the
# account; otherwise it is whoever runs Terraform.
dialect "terraform" {
  region    = given(raw.region, meta.provider.region, meta.environment.region)
  account   = given(arn_part(meta.provider.assume_role[0].role_arn, "account"), meta.provider.allowed_account_ids[0], meta.environment.account)
  partition = meta.environment.partition
}
