#pragma once

#include <string>
#include <string_view>

namespace holdfast {

enum class Ink : uint8_t { plain, bold, red, yellow, blue, magenta, green, faint };

/// Gives text a colour, where colours are allowed.
class Paint {
 public:
  explicit Paint(bool has_color) : has_color_(has_color) {}

  std::string operator()(Ink ink, std::string_view text) const {
    if (!has_color_ || ink == Ink::plain || text.empty()) return std::string(text);
    return std::string(escape(ink)).append(text).append("\x1b[0m");
  }

 private:
  static constexpr std::string_view escape(Ink ink) {
    switch (ink) {
      case Ink::plain: return "";
      case Ink::bold: return "\x1b[1m";
      case Ink::red: return "\x1b[1;31m";
      case Ink::yellow: return "\x1b[1;33m";
      case Ink::blue: return "\x1b[1;34m";
      case Ink::magenta: return "\x1b[1;35m";
      case Ink::green: return "\x1b[1;32m";
      case Ink::faint: return "\x1b[2m";
    }
    return "";
  }

  bool has_color_;
};

}  // namespace holdfast
