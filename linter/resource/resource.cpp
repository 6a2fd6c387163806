#include "resource/resource.h"

#include <fmt/format.h>

namespace holdfast {

namespace {

/// What nobody wrote is what the provider makes of it.
Value with_computed(Arena& arena, const Value& written, const Value& computed) {
  if (written.is_null()) return computed;
  if (!written.is_choice()) return written;
  const Choice& choice = written.as_choice();
  return Value::choice(arena, choice.condition, with_computed(arena, choice.then, computed),
                       with_computed(arena, choice.otherwise, computed));
}

bool may_be_null(const Value& value) {
  if (!value.is_choice()) return value.is_null();
  return may_be_null(value.as_choice().then) || may_be_null(value.as_choice().otherwise);
}

}  // namespace

std::unique_ptr<Resource> ComputedAttributes::replacement(Resource&) { return nullptr; }
Generated ComputedAttributes::generated(Resource&) { return {}; }

std::optional<Value> Resource::attribute(std::string_view name) {
  const Value value = written(name);
  if (!may_be_null(value)) {
    const Span span = arena->origin(value.origin()).span;
    return value.with_origin(arena->add_origin({span, value.origin(), this, arena->copy(name)}));
  }
  return with_computed(*arena, value, computed(name));
}

Value Resource::computed(std::string_view name) {
  Value known;
  if (computed_attributes) known = computed_attributes->computed(*this, name).value_or(Value());
  const auto read_here = [&](const Value& value) {
    return value.with_origin(arena->add_origin({header_span, value.origin(), this, arena->copy(name)}));
  };
  if (!known.is_null() && !known.is_unknown()) return read_here(known);
  Unknown unknown;
  if (known.is_unknown()) unknown = known.as_unknown();
  // A mistake in what it is computed from is reported there; here it only is not known, but still this attribute.
  unknown.is_error = false;
  // What the model knows to be the same as something else stays the same.
  if (!unknown.identity.exists()) unknown.identity = {this, arena->copy(name)};
  if (unknown.reason.empty())
    unknown.reason = arena->copy(fmt::format("{}.{} is known only after apply", address, name));
  // CloudFormation's functions return values or fail; only Terraform's attributes may turn out null.
  unknown.not_null = unknown.not_null || dialect == Dialect::cloudformation;
  return read_here(Value::unknown(*arena, unknown));
}

}  // namespace holdfast
