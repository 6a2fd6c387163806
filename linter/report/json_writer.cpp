#include "report/json_writer.h"

#include "text/code_point.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace holdfast {

void JsonWriter::text(std::string_view key, std::string_view value) {
  start_value(key);
  quote(value);
}

void JsonWriter::number(std::string_view key, uint64_t value) {
  start_value(key);
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::boolean(std::string_view key, bool value) {
  start_value(key);
  out_ += value ? "true" : "false";
}

void JsonWriter::list(std::string_view key, std::span<const std::string> values) {
  begin(key, '[');
  ++rows_;
  for (const std::string& value : values) text({}, value);
  end(']');
  --rows_;
}

void JsonWriter::text_if_any(std::string_view key, std::string_view value) {
  if (!value.empty()) text(key, value);
}

void JsonWriter::list_if_any(std::string_view key, std::span<const std::string> values) {
  if (!values.empty()) list(key, values);
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

void JsonWriter::begin(std::string_view key, char bracket) {
  start_value(key);
  out_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!is_first_ && rows_ == 0) new_line();
  out_ += bracket;
  is_first_ = false;
}

void JsonWriter::start_value(std::string_view key) {
  if (!is_first_) out_ += rows_ > 0 ? ", " : ",";
  if (depth_ > 0 && rows_ == 0) new_line();
  is_first_ = false;
  if (key.empty()) return;
  quote(key);
  out_ += ": ";
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(depth_, ' ');
}

void JsonWriter::quote(std::string_view value) {
  out_ += '"';
  while (!value.empty()) {
    const auto [character, size] = first_code_point(value);
    switch (character) {
      case U'"': out_ += "\\\""; break;
      case U'\\': out_ += "\\\\"; break;
      case U'\n': out_ += "\\n"; break;
      case U'\r': out_ += "\\r"; break;
      case U'\t': out_ += "\\t"; break;
      default:
        if (character < 0x20 || character == 0x7F) {
          fmt::format_to(std::back_inserter(out_), "\\u{:04x}", static_cast<uint32_t>(character));
        } else {
          append_utf8(out_, character);
        }
    }
    value.remove_prefix(size);
  }
  out_ += '"';
}

}  // namespace holdfast
