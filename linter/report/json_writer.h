#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace holdfast {

/// Writes JSON as it is told to, indented by one space, members in the order of the calls. Bytes that are no UTF-8 come
/// out as U+FFFD. Inside an object a key comes first; the root and elements of arrays have none.
class JsonWriter {
 public:
  template <class Members>
  void object(std::string_view key, const Members& members) {
    begin(key, '{');
    members();
    end('}');
  }
  template <class Elements>
  void array(std::string_view key, const Elements& elements) {
    begin(key, '[');
    elements();
    end(']');
  }
  /// An object on one line, for what is small.
  template <class Members>
  void row(std::string_view key, const Members& members) {
    begin(key, '{');
    ++rows_;
    members();
    end('}');
    --rows_;
  }
  template <class Members>
  void object(const Members& members) {
    object({}, members);
  }
  template <class Members>
  void row(const Members& members) {
    row({}, members);
  }

  void text(std::string_view key, std::string_view value);
  void number(std::string_view key, uint64_t value);
  /// A number of any size, in digits.
  void digits(std::string_view key, std::string_view value);
  void boolean(std::string_view key, bool value);
  void null(std::string_view key);
  /// An array of texts, on one line.
  void list(std::string_view key, std::span<const std::string> values);
  /// Nothing at all when there is nothing to say.
  void text_if_any(std::string_view key, std::string_view value);
  void list_if_any(std::string_view key, std::span<const std::string> values);

  std::string take();

 private:
  void begin(std::string_view key, char bracket);
  void end(char bracket);
  void start_value(std::string_view key);
  void new_line();
  void quote(std::string_view value);

  std::string out_;
  std::size_t depth_ = 0;
  int rows_ = 0;          // one-line objects that are open
  bool is_first_ = true;  // nothing was written yet in the innermost object or array
};

}  // namespace holdfast
