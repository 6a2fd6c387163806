# An archive of the old kind, with a lock of its own.
type "archive_vault" {
  attributes = { name = string, region = string, account = string, policy = any, lock_policy = any, is_locked = bool }

  terraform "aws_glacier_vault" {
    companion "locks" {
      type     = "aws_glacier_vault_lock"
      argument = "vault_name"
      keys     = [self.name]
    }

    name        = raw.name
    region      = region
    account     = account
    policy      = raw.access_policy
    lock_policy = first(locks).policy
    is_locked   = given(first(locks).complete_lock, false) # a lock that is not completed goes away by itself

    computed { id = self.name }
  }
}
