#include "settings/suppression_text.h"

#include "text/diagnostic.h"

#include <string>

namespace holdfast {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kIgnore = "ignore";

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size()); }
  bool take(char expected) {
    if (at_ >= text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }
  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_')) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  /// Up to a character, which is taken too; empty when it is not there.
  std::optional<std::string_view> up_to(char end) {
    const std::size_t close = text_.find(end, at_);
    if (close == text_.npos) return std::nullopt;
    const std::string_view found = text_.substr(at_, close - at_);
    at_ = close + 1;
    return found;
  }
  /// A text in quotes of either kind, in which `\` keeps the next character, or one without blanks.
  std::optional<std::string> value() {
    const char quote = take('"') ? '"' : take('\'') ? '\'' : '\0';
    if (quote == '\0') {
      const std::size_t begin = at_;
      at_ = std::min(text_.find_first_of(kBlanks, at_), text_.size());
      return std::string(text_.substr(begin, at_ - begin));
    }
    std::string value;
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      value += text_[at_];
    }
    if (!take(quote)) return std::nullopt;
    return value;
  }
  bool is_at_end() const { return at_ >= text_.size() || text_[at_] == '#'; }
  std::size_t position() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

void read_names(StatedSuppression& stated, std::string_view list) {
  while (true) {
    const std::size_t comma = list.find(',');
    if (const std::string_view name = trimmed(list.substr(0, comma)); !name.empty()) stated.names.emplace_back(name);
    if (comma == list.npos) break;
    list.remove_prefix(comma + 1);
  }
  if (stated.names.empty()) stated.mistake = "`ignore[]` names no rule";
}

/// `name=value` and blanks, up to the end or a further comment.
void read_fields(StatedSuppression& stated, Reader& reader) {
  while (reader.skip_blanks(), !reader.is_at_end() && stated.mistake.empty()) {
    const std::string_view name = reader.word();
    if (name.empty() || !reader.take('=')) {
      stated.mistake = "after `ignore[…]` stand `reason=\"…\"`, `owner=\"…\"` and `expires=YEAR-MONTH-DAY`";
    } else if (const auto value = reader.value()) {
      set_field(stated, name, *value);
    } else {
      stated.mistake = "the quote of `" + std::string(name) + "` is never closed";
    }
  }
}

}  // namespace

void set_field(StatedSuppression& stated, std::string_view name, std::string_view value) {
  if (name == "reason") {
    stated.reason = trimmed(value);
  } else if (name == "owner") {
    stated.owner = trimmed(value);
  } else if (name == "expires") {
    stated.expires = trimmed(value);
  } else {
    const std::string_view candidate = nearest(name, {"reason", "owner", "expires"});
    stated.mistake = "a suppression has no `" + std::string(name) + "`";
    stated.mistake += candidate.empty() ? std::string("; it has a reason, an owner and a day when it expires")
                                        : "; did you mean `" + std::string(candidate) + "`?";
  }
}

std::optional<StatedSuppression> read_suppression(std::string_view text, std::size_t& size) {
  Reader reader(text);
  reader.skip_blanks();
  const std::string_view word = reader.word();
  const bool has_list = reader.take('[');
  if (word != kIgnore && (!has_list || nearest(word, {kIgnore}).empty())) return std::nullopt;

  StatedSuppression stated;
  if (word != kIgnore) {
    stated.mistake = "`" + std::string(word) + "` is nothing; did you mean `ignore`?";
  } else if (!has_list) {
    stated.mistake = "the rules to ignore stand in brackets: `ignore[RULE, …] reason=\"…\"`";
  } else if (const auto list = reader.up_to(']')) {
    read_names(stated, *list);
  } else {
    stated.mistake = "the bracket of `ignore[` is never closed";
  }
  if (stated.mistake.empty()) read_fields(stated, reader);
  const std::size_t last = text.substr(0, reader.position()).find_last_not_of(kBlanks);
  size = last == text.npos ? 0 : last + 1;
  return stated;
}

}  // namespace holdfast
