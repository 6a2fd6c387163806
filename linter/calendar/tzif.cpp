#include "calendar/tzif.h"

#include "calendar/zone_rule.h"

#include <cstdint>
#include <vector>

namespace holdfast {
namespace {

namespace chrono = std::chrono;

/// Big-endian reader; every read past the end yields zero and leaves `ok` false for good.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t count) {
    ok_ = ok_ && count <= rest_.size();
    if (!ok_) return {};
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::int64_t integer(std::size_t size) {
    const std::string_view bytes = take(size);
    if (bytes.empty()) return 0;
    std::uint64_t value = bytes.front() < 0 ? ~std::uint64_t{0} : 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
  }

  std::size_t count() {
    const std::int64_t value = integer(4);
    ok_ = ok_ && value >= 0;
    return ok_ ? static_cast<std::size_t>(value) : 0;
  }

  bool ok() const { return ok_; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

struct Header {
  char version = 0;
  std::size_t universal_flags = 0;
  std::size_t standard_flags = 0;
  std::size_t leap_seconds = 0;
  std::size_t transitions = 0;
  std::size_t types = 0;
  std::size_t name_bytes = 0;

  std::size_t body_size(std::size_t time_size) const {
    return transitions * (time_size + 1) + types * 6 + name_bytes + leap_seconds * (time_size + 4) + standard_flags +
           universal_flags;
  }
};

std::optional<Header> read_header(ByteReader& reader) {
  if (reader.take(4) != "TZif") return std::nullopt;
  Header header;
  const std::string_view version = reader.take(16);
  if (!version.empty()) header.version = version.front();
  header.universal_flags = reader.count();
  header.standard_flags = reader.count();
  header.leap_seconds = reader.count();
  header.transitions = reader.count();
  header.types = reader.count();
  header.name_bytes = reader.count();
  if (!reader.ok()) return std::nullopt;
  return header;
}

struct Body {
  chrono::minutes first_offset{};
  std::vector<Zone::Transition> transitions;
};

std::optional<Body> read_body(ByteReader& reader, const Header& header, std::size_t time_size) {
  // Counts are checked against the bytes there are before anything is allocated from them.
  if (header.types == 0 || header.body_size(time_size) > reader.rest().size()) return std::nullopt;

  ByteReader times(reader.take(header.transitions * time_size));
  const std::string_view type_indexes = reader.take(header.transitions);
  std::vector<chrono::minutes> offsets;
  for (std::size_t i = 0; i < header.types; ++i) {
    offsets.push_back(chrono::floor<chrono::minutes>(chrono::seconds{reader.integer(4)}));
    if (chrono::abs(offsets.back()) >= chrono::days{1}) return std::nullopt;
    reader.take(2);
  }
  reader.take(header.name_bytes + header.leap_seconds * (time_size + 4) + header.standard_flags +
              header.universal_flags);

  Body body{.first_offset = offsets.front(), .transitions = {}};
  for (const char type_index : type_indexes) {
    const auto type = static_cast<std::size_t>(static_cast<unsigned char>(type_index));
    const Instant at{chrono::floor<chrono::minutes>(chrono::seconds{times.integer(time_size)})};
    if (type >= offsets.size() || (!body.transitions.empty() && at < body.transitions.back().at)) return std::nullopt;
    body.transitions.push_back({at, offsets[type]});
  }
  return body;
}

}  // namespace

std::optional<Zone> parse_tzif(std::string_view bytes) {
  constexpr std::size_t kOldTimeSize = 4;
  constexpr std::size_t kTimeSize = 8;

  ByteReader reader(bytes);
  std::optional<Header> header = read_header(reader);
  if (!header) return std::nullopt;
  if (header->version < '2') {
    auto body = read_body(reader, *header, kOldTimeSize);
    if (!body) return std::nullopt;
    return Zone(body->first_offset, body->transitions);
  }

  reader.take(header->body_size(kOldTimeSize));
  header = read_header(reader);
  if (!header) return std::nullopt;
  auto body = read_body(reader, *header, kTimeSize);
  if (!body || reader.take(1) != "\n") return std::nullopt;

  const std::string_view footer = reader.rest().substr(0, reader.rest().find('\n'));
  if (!footer.empty()) {
    const auto rule = parse_zone_rule(footer);
    if (!rule) return std::nullopt;
    extend(body->transitions, *rule);
  }
  return Zone(body->first_offset, body->transitions);
}

}  // namespace holdfast
