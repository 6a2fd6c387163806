#pragma once

#include "terraform/session.h"

#include <span>
#include <string>
#include <vector>

namespace holdfast::terraform {

/// One of the instances that `count` or `for_each` makes of a declaration.
struct InstanceKey {
  std::string suffix;  // of the address: "", "[0]", "[\"logs\"]", "[*]" for the symbolic one
  Condition exists = Condition::always();
  bool is_symbolic = false;
  Value key;                                // number, text, or null for a single instance; unknown for the symbolic one
  Value value;                              // each.value
  Condition is_made = Condition::always();  // that a symbolic one stands for any
};

enum class Repetition : uint8_t { single, count, for_each };

/// What becomes of a declaration. An argument that cannot be known makes one symbolic instance: treating it as none
/// would hide what is wrong with the declaration.
struct Expansion {
  Repetition repetition = Repetition::single;
  std::vector<InstanceKey> instances;  // by ascending key
  Value argument;                      // of `count` or `for_each`; a choice where a condition decides
};

Expansion expansion_of(Session& session, const Declaration& declaration, const Scope& scope);

/// What the declaration's name stands for in expressions: the only instance, a tuple, or an object of the `instances`;
/// an unknown where their number is. `subject` is what makes it equal to itself.
Value joined(Session& session, const Expansion& expansion, std::span<const Value> instances, const void* subject);

/// The names that an instance may mention beyond those of its module: `each`, `count`.
class InstanceScope {
 public:
  InstanceScope(Session& session, Entity& globals, Repetition repetition, const InstanceKey& key);
  InstanceScope(const InstanceScope&) = delete;
  InstanceScope& operator=(const InstanceScope&) = delete;
  const Scope& scope() const { return repeated_ ? *repeated_ : globals_; }

 private:
  Scope globals_;
  std::optional<Scope> repeated_;
};

/// A key in an address or an explanation, quoted as the language does.
std::string quoted_key(std::string_view text);

}  // namespace holdfast::terraform
