#include "expression/hash.h"

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

namespace holdfast {

namespace {

template <class Context, class Init, class Update, class Digest>
std::string run(Init init, Update update, Digest finish, std::size_t size, std::string_view bytes) {
  Context context;
  std::string result(size, '\0');
  init(&context);
  update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  finish(&context, size, reinterpret_cast<uint8_t*>(result.data()));
  return result;
}

}  // namespace

std::string digest(Hash hash, std::string_view bytes) {
  switch (hash) {
    case Hash::md5: return run<md5_ctx>(md5_init, md5_update, md5_digest, MD5_DIGEST_SIZE, bytes);
    case Hash::sha1: return run<sha1_ctx>(sha1_init, sha1_update, sha1_digest, SHA1_DIGEST_SIZE, bytes);
    case Hash::sha256: return run<sha256_ctx>(sha256_init, sha256_update, sha256_digest, SHA256_DIGEST_SIZE, bytes);
    case Hash::sha512: return run<sha512_ctx>(sha512_init, sha512_update, sha512_digest, SHA512_DIGEST_SIZE, bytes);
  }
  return {};
}

std::string hexadecimal(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

}  // namespace holdfast
