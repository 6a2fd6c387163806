#include "text/glob.h"

namespace holdfast {

bool matches_glob(std::string_view pattern, std::string_view text, char separator) {
  // Where to go on after the last `*` and the last `**`, one character further each time.
  struct Resumption {
    std::size_t pattern = std::string_view::npos;
    std::size_t text = 0;
  };
  Resumption narrow, wide;
  std::size_t p = 0, t = 0;
  while (true) {
    if (p < pattern.size() && pattern[p] == '*') {
      const bool is_wide = pattern.substr(p).starts_with("**");
      p += is_wide ? 2 : 1;
      // `**/` may also be nothing.
      if (is_wide && p < pattern.size() && pattern[p] == separator && (t == 0 || text[t - 1] == separator)) {
        if (matches_glob(pattern.substr(p + 1), text.substr(t), separator)) return true;
      }
      (is_wide ? wide : narrow) = {p, t};
      if (is_wide) narrow = {};
      continue;
    }
    if (p == pattern.size() && t == text.size()) return true;
    const bool is_same =
        p < pattern.size() && t < text.size() && (pattern[p] == text[t] || (pattern[p] == '?' && text[t] != separator));
    if (is_same) {
      ++p;
      ++t;
    } else if (narrow.pattern != pattern.npos && narrow.text < text.size() && text[narrow.text] != separator) {
      p = narrow.pattern;
      t = ++narrow.text;
    } else if (wide.pattern != pattern.npos && wide.text < text.size()) {
      p = wide.pattern;
      t = ++wide.text;
      narrow = {};
    } else {
      return false;
    }
  }
}

bool matches_path(std::string_view pattern, std::string_view path) {
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  for (std::size_t end = path.size(); end != path.npos && end > 0; end = path.rfind('/', end - 1)) {
    if (matches_glob(pattern, path.substr(0, end))) return true;
  }
  return false;
}

}  // namespace holdfast
