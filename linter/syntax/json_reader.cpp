#include "syntax/document.h"

#include "syntax/document_builder.h"
#include "syntax/document_diagnostics.h"
#include "syntax/encoding.h"
#include "syntax/json_error.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iterator>

namespace holdfast {
namespace {

constexpr DocumentBuilder::Messages kMessages{kJsonDuplicateKey, kJsonTooDeep};

/// Tells its owner how far the parser has read: at an event that is the end of the token, for numbers one further.
class TrackedIterator {
 public:
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  TrackedIterator(const char* at, const char** cursor) : at_(at), cursor_(cursor) {}
  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    *cursor_ = ++at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    const TrackedIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** cursor_;
};

class Reader : public nlohmann::json_sax<nlohmann::json> {
 public:
  Reader(FileId file, std::string_view original, std::string_view source, const DocumentFilter& filter,
         Diagnostics& diagnostics)
      : file_(file),
        original_(original),
        source_(source),
        filter_(filter),
        diagnostics_(diagnostics),
        builder_(file, original, kMessages, diagnostics) {}

  Document read() {
    const char* const begin = source_.data();
    const char* const end = begin + source_.size();
    cursor_ = begin;
    nlohmann::json::sax_parse(TrackedIterator(begin, &cursor_), TrackedIterator(end, &cursor_), this);
    return builder_.finish(end_);
  }

  bool null() override { return literal(4); }
  bool boolean(bool value) override { return literal(value ? 4 : 5); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t& value) override { return text(value); }
  bool key(string_t& value) override {
    const bool is_asked = skipped_ == 0 && filter_;
    const Interest interest = is_asked ? filter_(builder_, value) : Interest::whole;
    if (interest != Interest::none) text(value);
    end_ = cursor();
    if (is_asked) interest_ = interest;
    return true;
  }
  bool start_object(std::size_t) override { return open(DocumentKind::mapping); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(DocumentKind::sequence); }
  bool end_array() override { return close(); }
  bool binary(binary_t&) override { return true; }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override {
    constexpr int kOutOfRange = 406;
    JsonError found{.read_end = end_, .stopped_at = cursor(), .is_number_range = error.id == kOutOfRange};
    if (builder_.is_open()) {
      found.place = builder_.expects_key() ? JsonPlace::object : JsonPlace::array;
      found.is_first = builder_.entries().empty();
      if (builder_.expects_value()) found.place = JsonPlace::member;
      found.opened_at = builder_.innermost().begin;
    } else if (!builder_.document().is_empty()) {
      found.place = JsonPlace::end;
    }
    report_json_error(found, file_, source_, diagnostics_);
    builder_.mark_broken();
    return false;
  }

 private:
  uint32_t cursor() const { return static_cast<uint32_t>(cursor_ - source_.data()); }

  /// Where the token that ends at the cursor begins.
  uint32_t token_begin() const {
    return static_cast<uint32_t>(std::min(source_.find_first_not_of(" \t\r\n,:", end_), source_.size()));
  }
  bool literal(uint32_t size) {
    const uint32_t begin = token_begin();
    return scalar({.begin = begin, .end = begin + size}, written(begin, size));
  }
  bool number() {
    const uint32_t begin = token_begin();
    const bool ends_source =
        cursor() == source_.size() && source_.find_first_not_of("+-.0123456789eE", begin) >= cursor();
    const uint32_t end = ends_source ? cursor() : cursor() - 1;
    return scalar({.begin = begin, .end = end}, written(begin, end - begin));
  }
  bool text(const std::string& value) {
    return scalar({.style = ScalarStyle::quoted, .begin = token_begin(), .end = cursor()}, value);
  }
  bool scalar(DocumentNode node, std::string_view value) {
    end_ = node.end;
    if (skipped_ > 0) return true;
    if (interest_ != Interest::whole) {
      leave_out(node);
      interest_ = Interest::whole;
      return true;
    }
    const uint32_t text_begin = node.style == ScalarStyle::quoted ? node.begin + 1 : node.begin;
    node.text = builder_.add_text(value, written(text_begin, value.size()));
    builder_.add(node);
    return true;
  }
  bool open(DocumentKind kind) {
    const uint32_t begin = token_begin();
    end_ = begin + 1;
    if (skipped_ > 0 || interest_ != Interest::whole) {
      if (skipped_ == 0) leave_out({.begin = begin, .end = end_});
      if (builder_.depth() + ++skipped_ == kDocumentDepthMax + 1) builder_.refuse(begin);
      return true;
    }
    builder_.open({.kind = kind, .begin = begin});
    return true;
  }
  bool close() {
    end_ = cursor();
    if (skipped_ == 0) {
      builder_.close(end_);
    } else if (--skipped_ == 0) {
      if (interest_ == Interest::folded) builder_.extend_last(end_);
      interest_ = Interest::whole;
    }
    return true;
  }
  void leave_out(const DocumentNode& node) {
    if (interest_ == Interest::folded) builder_.add({.is_folded = true, .begin = node.begin, .end = node.end});
  }
  std::string_view written(uint32_t begin, std::size_t size) const { return original_.substr(begin, size); }

  FileId file_;
  std::string_view original_;
  std::string_view source_;
  const DocumentFilter& filter_;
  Diagnostics& diagnostics_;
  DocumentBuilder builder_;
  const char* cursor_ = nullptr;
  uint32_t end_ = 0;                     // of the last token
  std::size_t skipped_ = 0;              // collections open inside of what is not kept
  Interest interest_ = Interest::whole;  // in what is not kept, or in the next value
};

}  // namespace

Document parse_json(FileId file, std::string_view source, Diagnostics& diagnostics) {
  return parse_json(file, source, {}, diagnostics);
}

Document parse_json(FileId file, std::string_view source, const DocumentFilter& filter, Diagnostics& diagnostics) {
  std::string replaced;
  const auto text = readable(file, source, replaced, {kJsonNotUtf8, kJsonControlCharacter}, diagnostics);
  const std::string paired = without_lone_surrogates(text.value_or(std::string_view()));
  Document document = text ? Reader(file, source, paired.empty() ? *text : paired, filter, diagnostics).read()
                           : DocumentBuilder(file, source, kMessages, diagnostics).finish(0);
  document.is_json = true;
  document.has_errors |= !text || !replaced.empty();
  return document;
}

Document unfold(const Document& document, DocumentNodeId folded, const DocumentFilter& filter) {
  const DocumentNode& node = document.node(folded);
  Diagnostics told;  // when the whole was read
  Document part = parse_json(document.file, document.source.substr(node.begin, node.end - node.begin), filter, told);
  for (DocumentNode& inner : part.nodes) {
    inner.begin += node.begin;
    inner.end += node.begin;
  }
  part.source = document.source;
  part.nodes.shrink_to_fit();  // there may be many
  part.children.shrink_to_fit();
  part.texts.shrink_to_fit();
  return part;
}

}  // namespace holdfast
