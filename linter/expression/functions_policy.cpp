#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/document_value.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <string>
#include <vector>

namespace holdfast {

namespace {

/// Reads statements of an access policy into one shape: lists where one value may stand alone, null where nothing
/// stands.
class PolicyReader {
 public:
  explicit PolicyReader(Call& call) : call_(call) {}

  Value statements(const Value& document) {
    const Value* found = document.find("Statement");
    if (!found || found->is_null()) return tuple_of(call_.arena(), {});
    return for_each_world(*found, call_.evaluation, [&](const Value& list) {
      if (list.is_unknown()) return list;
      std::vector<Value> results;
      for (const Value& item : as_list(list).items()) {
        results.push_back(for_each_world(item, call_.evaluation, [&](const Value& leaf) { return statement(leaf); }));
      }
      return tuple_of(call_.arena(), results).with_origin(list.origin());
    });
  }

 private:
  Value statement(const Value& given) {
    if (given.is_absent() || given.is_unknown()) return given;
    if (!given.is_mapping()) return call_.error(0, "a statement must be an object");
    const auto field = [&](std::string_view name) {
      const Value* found = given.find(name);
      return found ? absent_as_null(*found, call_.evaluation) : Value();
    };
    const auto list = [&](std::string_view name) {
      return for_each_world(field(name), call_.evaluation,
                            [&](const Value& leaf) { return leaf.is_null() ? Value() : as_list(leaf); });
    };
    const auto each = [&](std::string_view name, Value (PolicyReader::*read)(const Value&)) {
      return for_each_world(field(name), call_.evaluation, [&](const Value& leaf) {
        return leaf.is_null() || leaf.is_unknown() ? leaf : (this->*read)(leaf);
      });
    };
    std::vector<Value::Entry> entries = {
        {"actions", list("Action")},
        {"conditions", each("Condition", &PolicyReader::conditions)},
        {"effect", field("Effect")},
        {"id", field("Sid")},
        {"not_actions", list("NotAction")},
        {"not_principals", each("NotPrincipal", &PolicyReader::principals)},
        {"not_resources", list("NotResource")},
        {"principals", each("Principal", &PolicyReader::principals)},
        {"resources", list("Resource")},
    };
    return mapping_of(call_.arena(), ValueKind::object, std::move(entries)).with_origin(given.origin());
  }

  Value as_list(const Value& value) {
    const bool may_be_list = value.is_unknown() && value.as_unknown().type != text_type();
    if (value.is_sequence() || may_be_list) return value;
    return tuple_of(call_.arena(), {&value, 1}).with_origin(value.origin());
  }

  /// Every pair of a kind and a value.
  Value principals(const Value& value) {
    std::vector<Value> results;
    const auto add = [&](const Value& kind, const Value& name) {
      std::vector<Value::Entry> pair = {{"kind", kind}, {"value", name}};
      results.push_back(mapping_of(call_.arena(), ValueKind::object, std::move(pair)).with_origin(name.origin()));
    };
    if (!value.is_mapping()) {
      add(value, value);
      return tuple_of(call_.arena(), results);
    }
    for (const Value::Entry& entry : value.entries()) {
      const Value kind = call_.text_value(entry.key);
      if (!entry.value.is_sequence()) {
        add(kind, entry.value);
        continue;
      }
      for (const Value& name : entry.value.items()) add(kind, name);
    }
    return tuple_of(call_.arena(), results).with_origin(value.origin());
  }

  /// Every operator with one of its keys and the values.
  Value conditions(const Value& value) {
    std::vector<Value> results;
    if (!value.is_mapping()) return call_.error(0, "a condition must be an object");
    for (const Value::Entry& test : value.entries()) {
      if (!test.value.is_mapping()) continue;
      for (const Value::Entry& key : test.value.entries()) {
        std::vector<Value::Entry> entries = {{"key", call_.text_value(key.key)},
                                             {"operator", call_.text_value(test.key)},
                                             {"values", as_list(key.value)}};
        results.push_back(
            mapping_of(call_.arena(), ValueKind::object, std::move(entries)).with_origin(key.value.origin()));
      }
    }
    return tuple_of(call_.arena(), results).with_origin(value.origin());
  }

  Call& call_;
};

Value policy_statements(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& given) {
    if (given.is_null()) return tuple_of(call.arena(), {});
    Value document = given;
    const bool is_partly_known = given.is_unknown() && !given.as_unknown().parts.empty();
    if (given.is_text() || is_partly_known) document = decode_json(given, call.span(0), call.evaluation);
    document = with_attributes_read(document, call.evaluation);
    if (document.is_unknown())
      return document.is_error() ? document : unknown_result(call.evaluation, {document}, nullptr);
    if (!document.is_mapping()) return call.error(0, std::string(kind_name(document)) + " is no policy");
    return PolicyReader(call).statements(document).with_origin(given.origin());
  });
}

constexpr Function kFunctions[] = {
    {"policy_statements", "any -> any", kTakesNull | kTakesUnknown | kTakesChoice | kPackOnly, policy_statements,
     "the statements of an access policy, in one shape"},
};

}  // namespace

std::span<const Function> policy_functions() { return kFunctions; }

}  // namespace holdfast
