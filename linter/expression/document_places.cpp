#include "expression/document_places.h"

#include "expression/collection.h"
#include "syntax/document.h"
#include "text/workspace.h"

#include <algorithm>
#include <string>
#include <vector>

namespace holdfast {

namespace {

// Tells what is kept here from what others keep of the same things.
constexpr char kEncoded = 0;

const void*& encoded_from(const Value& text, Arena& arena) {
  const void* const content = text.is_text() ? static_cast<const void*>(text.as_text().data()) : &text.as_unknown();
  return arena.made_of(reinterpret_cast<uintptr_t>(content), reinterpret_cast<uintptr_t>(&kEncoded));
}

/// One value with the places of another that has its shape; where shapes differ, its own.
Value placed(const Value& value, const Value& written, Arena& arena) {
  Value result = value;
  if (value.is_mapping() && written.is_mapping()) {
    std::vector<Value::Entry> entries(value.entries().begin(), value.entries().end());
    for (Value::Entry& entry : entries) {
      if (const Value* found = written.find(entry.key)) entry.value = placed(entry.value, *found, arena);
    }
    result = Value::mapping(arena, value.kind(), entries, value.element_type());
  } else if (value.is_sequence() && written.is_sequence() && value.items().size() == written.items().size()) {
    std::vector<Value> items(value.items().begin(), value.items().end());
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = placed(items[i], written.items()[i], arena);
    result = Value::sequence(arena, value.kind(), items, value.element_type());
  }
  return arena.origin(written.origin()).span.exists() ? result.with_origin(written.origin()) : result;
}

/// Where the interpolation that starts at an offset ends.
std::size_t end_of_interpolation(std::string_view text, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i + 1;
  }
  return text.size();
}

/// JSON of the same length as what the author wrote: interpolations are blanked in texts, and zero elsewhere.
std::string without_interpolations(std::string_view text) {
  std::string json(text);
  bool in_quotes = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (in_quotes && json[i] == '\\') {
      ++i;
    } else if (json[i] == '"') {
      in_quotes = !in_quotes;
    } else if (json.compare(i, 2, "${") == 0) {
      const std::size_t end = end_of_interpolation(text, i);
      std::fill(json.begin() + static_cast<std::ptrdiff_t>(i), json.begin() + static_cast<std::ptrdiff_t>(end), ' ');
      if (!in_quotes) json[i] = '0';
      i = end - 1;
    }
  }
  return json;
}

/// A document as places alone: what is no list or object is null.
Value places_of(const Document& document, DocumentNodeId id, uint32_t begin, Arena& arena) {
  const DocumentNode& node = document.node(id);
  const auto children = document.children_of(id);
  Value shape;
  if (node.kind == DocumentKind::mapping) {
    std::vector<Value::Entry> entries;
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      entries.push_back({arena.copy(document.text(children[i])), places_of(document, children[i + 1], begin, arena)});
    }
    shape = mapping_of(arena, ValueKind::object, std::move(entries));
  } else if (node.kind == DocumentKind::sequence) {
    std::vector<Value> items;
    for (const DocumentNodeId child : children) items.push_back(places_of(document, child, begin, arena));
    shape = tuple_of(arena, items);
  }
  return shape.with_origin(arena.add_origin({.span = {document.file, begin + node.begin, begin + node.end}}));
}

/// Where the text was written in the first place.
Span first_written(const Value& text, const Arena& arena) {
  Span span;
  for (OriginId id = text.origin(); id != kNoOrigin; id = arena.origin(id).via) {
    if (arena.origin(id).span.exists()) span = arena.origin(id).span;
  }
  return span;
}

/// Null where the author did not write JSON between braces.
Value places_in_source(const Value& text, Evaluation& evaluation) {
  const Span at = first_written(text, evaluation.arena);
  if (!evaluation.workspace || !at.exists()) return {};
  const std::string_view source = evaluation.workspace->text(at);
  const std::size_t begin = source.find('{'), end = source.rfind('}');
  if (begin == source.npos || end == source.npos || end < begin) return {};
  const std::string json = without_interpolations(source.substr(begin, end + 1 - begin));
  Diagnostics diagnostics;
  const Document document = parse_json(at.file, json, diagnostics);
  if (document.has_errors || document.is_empty() || diagnostics.has_errors()) return {};
  return places_of(document, document.root, at.begin + static_cast<uint32_t>(begin), evaluation.arena);
}

}  // namespace

void remember_encoded(const Value& text, const Value& from, Arena& arena) {
  if (text.is_text() || text.is_unknown()) encoded_from(text, arena) = arena.make(from);
}

Value with_document_places(const Value& decoded, const Value& text, Evaluation& evaluation) {
  if (decoded.is_error()) return decoded;
  const void* const from = encoded_from(text, evaluation.arena);
  const Value written = from ? *static_cast<const Value*>(from) : places_in_source(text, evaluation);
  return placed(decoded, written, evaluation.arena);
}

}  // namespace holdfast
