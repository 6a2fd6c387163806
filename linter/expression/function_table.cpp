#include "expression/function_themes.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace holdfast {

namespace {

constexpr std::span<const Function> (*kThemes[])() = {
    collection_functions, map_functions,       conversion_functions, set_functions,      number_functions,
    text_functions,       format_functions,    pattern_functions,    encoding_functions, json_functions,
    yaml_functions,       hash_functions,      network_functions,    date_functions,     file_functions,
    truth_functions,      measure_functions,   origin_functions,     name_functions,     schedule_functions,
    policy_functions,     reference_functions, tfvars_functions,
};

/// Reads "text, list(any)?, any... -> bool". The texts are ours, so what is wrong with them is our mistake.
class SignatureReader {
 public:
  SignatureReader(std::string_view text, Arena& arena) : rest_(text), arena_(arena) {}

  Signature read() {
    Signature signature;
    std::vector<Parameter> parameters;
    while (!take("->")) {
      Parameter parameter{type()};
      if (take("?")) parameter.optional = true;
      if (take("...")) signature.is_variadic = true;
      take(",");
      parameters.push_back(parameter);
    }
    signature.result = type();
    assert(rest_.empty());
    signature.parameters = arena_.copy(parameters);
    return signature;
  }

 private:
  const Type* type() {
    if (take("any")) return any_type();
    if (take("bool")) return boolean_type();
    if (take("number")) return number_type();
    if (take("text")) return text_type();
    if (take("list(")) return collection(TypeKind::list);
    if (take("set(")) return collection(TypeKind::set);
    const bool is_map = take("map(");
    assert(is_map);
    return is_map ? collection(TypeKind::map) : any_type();
  }
  const Type* collection(TypeKind kind) {
    const Type* element = type();
    take(")");
    return collection_type(arena_, kind, element);
  }
  bool take(std::string_view word) {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::string_view rest_;
  Arena& arena_;
};

bool is_visible(const Function& function, bool is_pack) {
  return !(function.traits & (is_pack ? kForTerraformOnly : kPackOnly));
}

}  // namespace

FunctionTable::FunctionTable() {
  for (const auto theme : kThemes) {
    const std::span<const Function> functions = theme();
    by_name_.insert(by_name_.end(), functions.begin(), functions.end());
  }
  std::sort(by_name_.begin(), by_name_.end(), [](const Function& a, const Function& b) { return a.name < b.name; });
  for (Function& function : by_name_) function.types = SignatureReader(function.signature, arena_).read();
}

const Function* FunctionTable::find(std::string_view name, bool is_pack) const {
  const auto first = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                      [](const Function& function, std::string_view n) { return function.name < n; });
  for (auto at = first; at != by_name_.end() && at->name == name; ++at) {
    if (is_visible(*at, is_pack)) return &*at;
  }
  return nullptr;
}

std::vector<std::string_view> FunctionTable::names(bool is_pack) const {
  std::vector<std::string_view> names;
  for (const Function& function : by_name_) {
    if (is_visible(function, is_pack)) names.push_back(function.name);
  }
  return names;
}

}  // namespace holdfast
