#include "expression/base64.h"
#include "expression/function_themes.h"
#include "expression/hash.h"

#include <string>

namespace holdfast {

namespace {

template <Hash kHash>
Value hash_hexadecimal(Call& call) {
  return call.text_value(hexadecimal(digest(kHash, call.text(0))));
}

template <Hash kHash>
Value hash_base64(Call& call) {
  return call.text_value(base64_encode(digest(kHash, call.text(0))));
}

template <Value (*kHash)(Call&)>
Value of_file(Call& call) {
  if (!call.evaluation.files) return unknown_value(call.arena(), "files cannot be read here", {}, text_type());
  const Result<std::string> text = call.evaluation.files->read(call.text(0));
  if (!text) return call.error(0, text.error().message);
  const Value argument = call.text_value(*text);
  Call inner = call;
  inner.arguments = {&argument, 1};
  return kHash(inner);
}

/// The namespaces that have names (RFC 9562, section 6.6).
std::string namespace_bytes(std::string_view name) {
  constexpr std::string_view kCommon("\x6b\xa7\xb8\x10\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);
  std::string bytes(kCommon);
  if (name == "url")
    bytes[3] = '\x11';
  else if (name == "oid")
    bytes[3] = '\x12';
  else if (name == "x500")
    bytes[3] = '\x14';
  else if (name != "dns")
    return {};
  return bytes;
}

std::string parse_uuid(std::string_view text) {
  std::string bytes;
  int high = -1;
  for (const char c : text) {
    if (c == '-') continue;
    const std::size_t digit =
        std::string_view("0123456789abcdef").find(static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c));
    if (digit == std::string_view::npos) return {};
    if (high < 0) {
      high = static_cast<int>(digit);
    } else {
      bytes += static_cast<char>(high * 16 + static_cast<int>(digit));
      high = -1;
    }
  }
  return bytes.size() == 16 && high < 0 ? bytes : std::string();
}

Value uuidv5(Call& call) {
  std::string name = namespace_bytes(call.text(0));
  if (name.empty()) name = parse_uuid(call.text(0));
  if (name.empty()) return call.error(0, "a namespace is \"dns\", \"url\", \"oid\", \"x500\" or a UUID");
  std::string bytes = digest(Hash::sha1, name + std::string(call.text(1))).substr(0, 16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x50);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  std::string text = hexadecimal(bytes);
  for (const std::size_t position : {20u, 16u, 12u, 8u}) text.insert(position, "-");
  return call.text_value(text);
}

Value random(Call& call) { return unknown_value(call.arena(), "the result differs each time", {}, text_type()); }
Value secret(Call& call) { return unknown_value(call.arena(), "nothing is decrypted here", {}, text_type()); }

constexpr auto kMd5 = hash_hexadecimal<Hash::md5>;
constexpr auto kSha1 = hash_hexadecimal<Hash::sha1>;
constexpr auto kSha256 = hash_hexadecimal<Hash::sha256>;
constexpr auto kSha512 = hash_hexadecimal<Hash::sha512>;
constexpr auto kBase64Sha256 = hash_base64<Hash::sha256>;
constexpr auto kBase64Sha512 = hash_base64<Hash::sha512>;

constexpr Function kFunctions[] = {
    {"base64sha256", "text -> text", 0, kBase64Sha256, "the SHA-256 digest of a text as base64"},
    {"base64sha512", "text -> text", 0, kBase64Sha512, "the SHA-512 digest of a text as base64"},
    {"bcrypt", "text, number? -> text", 0, random, "a salted hash of a text"},
    {"filebase64sha256", "text -> text", 0, of_file<kBase64Sha256>, "the SHA-256 digest of a file as base64"},
    {"filebase64sha512", "text -> text", 0, of_file<kBase64Sha512>, "the SHA-512 digest of a file as base64"},
    {"filemd5", "text -> text", 0, of_file<kMd5>, "the MD5 digest of a file"},
    {"filesha1", "text -> text", 0, of_file<kSha1>, "the SHA-1 digest of a file"},
    {"filesha256", "text -> text", 0, of_file<kSha256>, "the SHA-256 digest of a file"},
    {"filesha512", "text -> text", 0, of_file<kSha512>, "the SHA-512 digest of a file"},
    {"md5", "text -> text", 0, kMd5, "the MD5 digest of a text"},
    {"rsadecrypt", "text, text -> text", 0, secret, "a text that was encrypted"},
    {"sha1", "text -> text", 0, kSha1, "the SHA-1 digest of a text"},
    {"sha256", "text -> text", 0, kSha256, "the SHA-256 digest of a text"},
    {"sha512", "text -> text", 0, kSha512, "the SHA-512 digest of a text"},
    {"uuid", "-> text", 0, random, "a new identifier"},
    {"uuidv5", "text, text -> text", 0, uuidv5, "an identifier made from a name"},
};

}  // namespace

std::span<const Function> hash_functions() { return kFunctions; }

}  // namespace holdfast
