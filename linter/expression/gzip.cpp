#include "expression/gzip.h"

#include <algorithm>

#include <zlib.h>

namespace holdfast {

namespace {

constexpr std::size_t kStep = 64 * 1024;
constexpr int kOnlyGzip = 16 + MAX_WBITS;

}  // namespace

std::optional<std::string> gunzip(std::string_view bytes, std::size_t size_max) {
  z_stream stream{};
  if (inflateInit2(&stream, kOnlyGzip) != Z_OK) return std::nullopt;
  std::string copy(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  std::string text;
  int state = Z_OK;
  while (state == Z_OK && text.size() <= size_max) {
    const std::size_t filled = text.size();
    text.resize(filled + kStep);
    stream.next_out = reinterpret_cast<Bytef*>(text.data() + filled);
    stream.avail_out = kStep;
    state = inflate(&stream, Z_NO_FLUSH);
    text.resize(filled + kStep - stream.avail_out);
    // One stream may follow the other.
    if (state == Z_STREAM_END && stream.avail_in > 0) state = inflateReset(&stream);
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END || text.size() > size_max) return std::nullopt;
  return text;
}

}  // namespace holdfast
