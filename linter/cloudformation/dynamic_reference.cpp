#include "cloudformation/dynamic_reference.h"

#include "expression/known_text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace holdfast::cloudformation {
namespace {

constexpr std::string_view kOpen = "{{resolve:";
constexpr std::string_view kClose = "}}";

/// Splits the parts of a text at its dynamic references, which may hold unknown parts themselves.
class ReferenceFinder {
 public:
  explicit ReferenceFinder(Template& unit) : unit_(unit) {}

  void add(const Value& part) {
    if (part.is_text()) {
      add_text(part.as_text());
    } else if (reference_.empty()) {
      flush();
      parts_.push_back(part);
    } else {
      reference_ += describe(part, unit_.arena);
    }
  }

  std::vector<Value> finish() {
    known_ += reference_;  // never closed, so it is none
    flush();
    return std::move(parts_);
  }

 private:
  void add_text(std::string_view text) {
    while (!text.empty()) {
      if (reference_.empty()) {
        const std::size_t open = std::min(text.find(kOpen), text.size());
        known_ += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty()) return;
      }
      const std::size_t close = text.find(kClose);
      reference_ += text.substr(0, close);
      if (close == std::string_view::npos) return;
      text.remove_prefix(close + kClose.size());
      flush();
      parts_.push_back(resolved());
      reference_.clear();
    }
  }

  Value resolved() {
    const std::string_view rest = std::string_view(reference_).substr(kOpen.size());
    const std::string_view kind = rest.substr(0, rest.find(':'));
    const std::string reason = "it is resolved from " + std::string(kind) + " at deployment";
    // Only the plain parameter store holds what is no secret.
    return unit_.unknown_named(reference_.substr(2), reason).as_sensitive(kind != "ssm");
  }

  void flush() {
    if (!known_.empty()) parts_.push_back(Value::text(unit_.arena, known_));
    known_.clear();
  }

  Template& unit_;
  std::vector<Value> parts_;
  std::string known_;
  std::string reference_;  // not empty: what stands since `{{resolve:`
};

}  // namespace

Value with_dynamic_references(const Value& text, Template& unit) {
  if (!text.is_text() && !text.is_unknown()) return text;
  Value storage;
  const std::span<const Value> parts = text_parts(text, storage);
  const auto opens = [](const Value& part) {
    return part.is_text() && part.as_text().find(kOpen) != std::string_view::npos;
  };
  if (std::ranges::none_of(parts, opens)) return text;
  ReferenceFinder finder(unit);
  for (const Value& part : parts) finder.add(part);
  const std::vector<Value> found = finder.finish();
  if (found.size() == 1) return found[0];
  return concatenate(found, unit.evaluation);
}

}  // namespace holdfast::cloudformation
