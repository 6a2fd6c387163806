#pragma once

#include "text/source.h"

#include <string_view>
#include <vector>

namespace holdfast {

/// What an author wrote, as it stands: for questions about spelling and shape rather than about values.
struct Written {
  struct Entry;
  enum class Kind : uint8_t {
    open,    // an expression: anything may come of it
    scalar,  // a literal; `text` as it is written
    list,    // entries without names
    object,  // named entries
    block,   // the same, in the form of a block
    choice,  // one of the entries, which have no names
  };

  Written() = default;
  explicit Written(Kind kind, std::string_view text = {});

  Kind kind = Kind::open;
  std::string_view text = {};
  std::vector<Entry> entries;
};

struct Written::Entry {
  std::string_view name;
  Span at;  // its name, or what stands there where it has none
  Written value;
};

inline Written::Written(Kind its_kind, std::string_view its_text) : kind(its_kind), text(its_text) {}

}  // namespace holdfast
