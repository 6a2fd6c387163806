#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace holdfast {

enum class Hash : uint8_t { md5, sha1, sha256, sha512 };

/// The bytes of the digest.
std::string digest(Hash hash, std::string_view bytes);
std::string hexadecimal(std::string_view bytes);

}  // namespace holdfast
