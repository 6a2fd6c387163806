#include "report/json_writer.h"

#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace holdfast {
namespace {

bool is_plain(char byte) { return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\'; }

void escape(std::string& out, char32_t character) {
  switch (character) {
    case U'"': out += "\\\""; break;
    case U'\\': out += "\\\\"; break;
    case U'\n': out += "\\n"; break;
    case U'\r': out += "\\r"; break;
    case U'\t': out += "\\t"; break;
    default:
      if (character < 0x20 || character == 0x7F) {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<uint32_t>(character));
      } else {
        append_utf8(out, character);
      }
  }
}

}  // namespace

void JsonWriter::text(std::string_view key, std::string_view value) {
  start_value(key);
  quote(value);
}

void JsonWriter::number(std::string_view key, uint64_t value) {
  start_value(key);
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::digits(std::string_view key, std::string_view value) {
  start_value(key);
  out_ += value;
}

void JsonWriter::null(std::string_view key) {
  start_value(key);
  out_ += "null";
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
    const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(value, is_plain) - value.begin());
    out_ += value.substr(0, plain);
    value.remove_prefix(plain);
    if (value.empty()) break;
    escape(out_, next_character(value));
  }
  out_ += '"';
}

}  // namespace holdfast
