#include "cloudformation/place.h"

#include <algorithm>
#include <string>

namespace holdfast::cloudformation {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

const Loop* find_loop(const Loop* loop, std::string_view identifier) {
  while (loop && loop->identifier != identifier) loop = loop->outer;
  return loop;
}

}  // namespace

Place Place::find(std::string_view key) const {
  if (!exists() || !is_mapping()) return {};
  const DocumentNodeId* found = document->find(id, key);
  return found ? child(*found) : Place{};
}

Span Place::whole_span() const {
  Span span = document->span(id);
  if (!tag().empty()) span.begin = node().tag_begin;
  return span;
}

Span Place::span_of(std::string_view part, uint32_t from) const {
  const Span all = span();
  const std::string_view source = document->source.substr(all.begin, all.end - all.begin);
  const std::size_t found = source.find(part, from > all.begin ? from - all.begin : 0);
  if (found == std::string_view::npos) return all;
  const uint32_t begin = all.begin + static_cast<uint32_t>(found);
  return {all.file, begin, begin + static_cast<uint32_t>(part.size())};
}

std::string_view Place::text(Arena& arena) const { return replace_identifiers(document->text(id), loops, arena); }

std::string_view replace_identifiers(std::string_view text, const Loop* loops, Arena& arena) {
  if (!loops || text.find('{') == std::string_view::npos) return text;
  std::string result;
  bool is_changed = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool opens = (text[at] == '$' || text[at] == '&') && text.substr(at + 1, 1) == "{";
    const std::size_t close = opens ? text.find('}', at) : std::string_view::npos;
    const Loop* loop =
        close == std::string_view::npos ? nullptr : find_loop(loops, text.substr(at + 2, close - at - 2));
    if (!loop) {
      result += text[at++];
      continue;
    }
    std::copy_if(loop->value.begin(), loop->value.end(), std::back_inserter(result),
                 [&](char c) { return text[at] == '$' || is_alphanumeric(c); });
    is_changed = true;
    at = close + 1;
  }
  return is_changed ? arena.copy(std::string_view(result)) : text;
}

}  // namespace holdfast::cloudformation
