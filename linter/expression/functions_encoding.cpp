#include "expression/base64.h"
#include "expression/collection.h"
#include "expression/function_themes.h"
#include "expression/gzip.h"
#include "expression/known_text.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

namespace holdfast {

namespace {

Value base64encode_text(Call& call) { return call.text_value(base64_encode(call.text(0))); }

Value base64decode_text(Call& call) {
  const auto text = base64_decode(call.text(0));
  if (!text) return call.error(0, "the text is not base64");
  return valid_utf8_prefix(*text) == text->size() ? call.text_value(*text)
                                                  : call.error(0, "the decoded bytes are no text");
}

bool is_unreserved(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.' || c == '~';
}

Value urlencode(Call& call) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string result;
  for (const char c : call.text(0)) {
    if (is_unreserved(c)) {
      result += c;
    } else if (c == ' ') {
      result += '+';
    } else {
      result += '%';
      result += kDigits[static_cast<unsigned char>(c) >> 4];
      result += kDigits[static_cast<unsigned char>(c) & 15];
    }
  }
  return call.text_value(result);
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Value urldecode(Call& call) {
  const std::string_view text = call.text(0);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size() || hexadecimal(text[i + 1]) < 0 || hexadecimal(text[i + 2]) < 0) {
        return call.error(0, "a percent sign is not followed by two hexadecimal digits");
      }
      result += static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2]));
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  return call.text_value(result);
}

/// Rows of fields; empty when quotes do not match.
std::optional<std::vector<std::vector<std::string>>> read_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  bool has_content = false;
  const auto end_field = [&] {
    row.push_back(std::move(field));
    field.clear();
  };
  const auto end_row = [&] {
    if (!has_content) return;
    end_field();
    rows.push_back(std::move(row));
    row.clear();
    has_content = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        field += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        field += text[++i];
      else
        quoted = false;
    } else if (c == '"' && field.empty()) {
      quoted = has_content = true;
    } else if (c == ',') {
      has_content = true;
      end_field();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      field += c;
      has_content = true;
    }
  }
  if (quoted) return std::nullopt;
  end_row();
  return rows;
}

Value csvdecode(Call& call) {
  const auto rows = read_csv(call.text(0));
  if (!rows) return call.error(0, "a quoted field does not end");
  if (rows->empty()) return call.error(0, "the header line is missing");
  const std::vector<std::string>& names = rows->front();
  std::vector<std::string> sorted = names;
  std::sort(sorted.begin(), sorted.end());
  const auto twin = std::adjacent_find(sorted.begin(), sorted.end());
  if (twin != sorted.end()) return call.error(0, "two columns are called `" + *twin + "`");
  std::vector<Value> results;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    const std::vector<std::string>& fields = (*rows)[i];
    if (fields.size() != names.size())
      return call.error(0, "line " + std::to_string(i + 1) + " has not as many fields as the header");
    std::vector<Value::Entry> entries;
    for (std::size_t k = 0; k < fields.size(); ++k) {
      entries.push_back({call.arena().copy(names[k]), call.text_value(fields[k])});
    }
    results.push_back(mapping_of(call.arena(), ValueKind::object, std::move(entries)));
  }
  const Type* element = results.empty() ? any_type() : type_of(results[0], call.arena());
  return list_of(call.arena(), results, element);
}

enum class Encoding : uint8_t { utf8, utf16_little, utf16_big, latin1 };

std::optional<Encoding> find_encoding(std::string_view name) {
  std::string upper;
  for (const char c : name) upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (upper == "UTF-8") return Encoding::utf8;
  if (upper == "UTF-16LE") return Encoding::utf16_little;
  if (upper == "UTF-16BE" || upper == "UTF-16") return Encoding::utf16_big;
  if (upper == "ISO-8859-1" || upper == "US-ASCII" || upper == "WINDOWS-1252") return Encoding::latin1;
  return std::nullopt;
}

Value textencodebase64(Call& call) {
  const auto encoding = find_encoding(call.text(1));
  if (!encoding)
    return unknown_value(call.arena(), "the encoding \"" + std::string(call.text(1)) + "\" is not supported");
  if (*encoding == Encoding::utf8) return base64encode_text(call);
  const auto bytes =
      encode_text(call.text(0), *encoding == Encoding::latin1 ? 1 : 2, *encoding == Encoding::utf16_little);
  return bytes ? call.text_value(base64_encode(*bytes))
               : call.error(0, "the text has characters that the encoding lacks");
}

Value textdecodebase64(Call& call) {
  const auto encoding = find_encoding(call.text(1));
  if (!encoding)
    return unknown_value(call.arena(), "the encoding \"" + std::string(call.text(1)) + "\" is not supported");
  if (*encoding == Encoding::utf8) return base64decode_text(call);
  const auto bytes = base64_decode(call.text(0));
  if (!bytes) return call.error(0, "the text is not base64");
  return call.text_value(
      decode_text(*bytes, *encoding == Encoding::latin1 ? 1 : 2, *encoding == Encoding::utf16_little));
}

/// The header of gzip, as far as base64 shows it: no name, no time, made by the reference.
constexpr std::string_view kGzipBegin = "H4sIAAAAAAAA/";

/// What follows the header depends on the program that compresses; the same text gives the same.
Value base64gzip(Call& call) {
  static constexpr char kCompression = 0;
  const Value rest = Value::unknown(call.arena(), {.type = text_type(),
                                                   .reason = "what a text compresses to depends on the program",
                                                   .identity = {&kCompression, call.arena().copy(call.text(0))},
                                                   .not_null = true});
  return concatenate(std::array{call.text_value(kGzipBegin), rest}, call.evaluation);
}

Value base64gunzip(Call& call) {
  const auto bytes = base64_decode(call.text(0));
  if (!bytes) return call.error(0, "the text is not base64");
  const auto text = gunzip(*bytes, kTextSizeMax);
  if (!text) return call.error(0, "the decoded bytes are not gzip");
  return valid_utf8_prefix(*text) == text->size() ? call.text_value(*text)
                                                  : call.error(0, "the decompressed bytes are no text");
}

constexpr Function kFunctions[] = {
    {"base64decode", "text -> text", 0, base64decode_text, "the text that base64 stands for"},
    {"base64encode", "text -> text", 0, base64encode_text, "a text as base64"},
    {"base64gunzip", "text -> text", 0, base64gunzip, "the text that was compressed"},
    {"base64gzip", "text -> text", 0, base64gzip, "a text, compressed, as base64"},
    {"csvdecode", "text -> any", 0, csvdecode, "the rows of comma-separated values"},
    {"textdecodebase64", "text, text -> text", 0, textdecodebase64, "text of an encoding from base64"},
    {"textencodebase64", "text, text -> text", 0, textencodebase64, "text of an encoding as base64"},
    {"urldecode", "text -> text", 0, urldecode, "a text from a URL"},
    {"urlencode", "text -> text", 0, urlencode, "a text for a URL"},
};

}  // namespace

std::span<const Function> encoding_functions() { return kFunctions; }

}  // namespace holdfast
