#pragma once

#include "text/source.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// How bad it is that a part of the input could not be understood. Not the severity of a rule.
enum class Gravity : uint8_t { error, warning, note };

/// One line of a phase's table of messages. `id` is stable for ever; `message` holds `{}` for each argument.
struct DiagnosticKind {
  std::string_view id;
  Gravity gravity;
  std::string_view message;
};

struct Label {
  Span at;
  std::string text;
};

struct Diagnostic {
  const DiagnosticKind* kind;
  Span at;
  std::string message;
  std::vector<Label> labels;
};

/// Where a phase puts what it has to say about its input. Work always continues.
class Diagnostics {
 public:
  Diagnostic& report(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments = {});
  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const;
  void append(const Diagnostics& other);

 private:
  std::vector<Diagnostic> all_;
};

/// The candidate nearest to a misspelt name, or empty when none is near enough to be meant.
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace holdfast
