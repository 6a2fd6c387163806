#include "text/code_point.h"

namespace holdfast {
namespace {

/// How long the sequence is that a lead byte promises, and the lowest character that needs that length.
struct Form {
  uint32_t size;
  char32_t lowest;
  char32_t lead_mask;
};

Form form_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0x7F};
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0x1F};
  if (lead >= 0xE0 && lead <= 0xEF) return {3, 0x800, 0x0F};
  if (lead >= 0xF0 && lead <= 0xF4) return {4, 0x10000, 0x07};
  return {0, 0, 0};
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const Form form = form_of(lead);
  if (form.size == 0 || text.size() < form.size) return {};
  char32_t value = lead & form.lead_mask;
  for (uint32_t i = 1; i < form.size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return {};
    value = value << 6 | (byte & 0x3FU);
  }
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < form.lowest || value > 0x10FFFF || is_surrogate) return {};
  return {value, form.size};
}

}  // namespace holdfast
