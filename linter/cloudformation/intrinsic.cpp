#include "cloudformation/intrinsic.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "expression/function.h"

#include <algorithm>
#include <string>

namespace holdfast::cloudformation {
namespace {

struct IntrinsicFunction {
  std::string_view name;
  Value (*call)(const Intrinsic&, Template&);
};

/// Conditions are no values; a condition function in a property is not what the author meant.
Value condition_function(const Intrinsic& intrinsic, Template& unit) {
  return unit.mistake(kMalformedFunction, intrinsic.span, {intrinsic.name, "its place in a condition"});
}

constexpr IntrinsicFunction kFunctions[] = {
    {"Ref", ref},
    {"Condition", condition_function},
    {"Fn::And", condition_function},
    {"Fn::Base64", base64},
    {"Fn::Cidr", cidr},
    {"Fn::Contains", condition_function},
    {"Fn::EachMemberEquals", condition_function},
    {"Fn::EachMemberIn", condition_function},
    {"Fn::Equals", condition_function},
    {"Fn::FindInMap", find_in_map},
    {"Fn::GetAZs", get_azs},
    {"Fn::GetAtt", get_att},
    {"Fn::GetStackOutput", get_stack_output},
    {"Fn::If", choose},
    {"Fn::ImportValue", import_value},
    {"Fn::Join", join},
    {"Fn::Length", length},
    {"Fn::Not", condition_function},
    {"Fn::Or", condition_function},
    {"Fn::RefAll", ref_all},
    {"Fn::Select", select},
    {"Fn::Split", split},
    {"Fn::Sub", substitute},
    {"Fn::ToJsonString", to_json_string},
    {"Fn::Transform", apply_transform},
    {"Fn::ValueOf", value_of},
    {"Fn::ValueOfAll", value_of_all},
};

constexpr std::string_view kPrefix = "Fn::";

std::string_view short_name(std::string_view name) {
  return name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
}

/// `!!str` and its like say how to read a scalar; they are no functions.
bool is_yaml_tag(std::string_view tag) { return tag.starts_with("tag:") || tag.starts_with('!'); }

Intrinsic short_form(const Place& place) {
  const Span name_span{place.document->file, place.node().tag_begin,
                       place.node().tag_begin + 1 + static_cast<uint32_t>(place.tag().size())};
  const auto* function = std::ranges::find(kFunctions, place.tag(), [](const auto& f) { return short_name(f.name); });
  Intrinsic intrinsic{.name = function == std::end(kFunctions) ? place.tag() : function->name,
                      .argument = place,
                      .span = place.whole_span(),
                      .name_span = name_span};
  intrinsic.argument.is_bare = true;
  return intrinsic;
}

/// A function as the author writes it there: `!Sub` or `Fn::Sub`.
std::string spelled(std::string_view name, bool is_long) {
  if (!is_long) return "!" + std::string(short_name(name));
  return std::string(name);
}

Value unknown_function(const Intrinsic& intrinsic, Template& unit) {
  const bool is_long = intrinsic.name.starts_with(kPrefix);
  std::vector<std::string_view> known;
  for (const IntrinsicFunction& function : kFunctions) known.push_back(short_name(function.name));
  const std::string_view meant = nearest(short_name(intrinsic.name), known);
  const auto* function = std::ranges::find(kFunctions, meant, [](const auto& f) { return short_name(f.name); });
  const std::string suggestion = function == std::end(kFunctions) ? "" : spelled(function->name, is_long);
  unit.report(kUnknownFunction, intrinsic.name_span, {spelled(intrinsic.name, is_long)}, suggestion);
  const std::string reason = spelled(intrinsic.name, is_long) + " is not understood";
  return unit.at(intrinsic.span, unknown_value(unit.arena, unit.arena.copy(std::string_view(reason))));
}

}  // namespace

std::optional<Intrinsic> intrinsic_at(const Place& place) {
  if (const std::string_view tag = place.tag(); !tag.empty() && !is_yaml_tag(tag)) return short_form(place);
  if (!place.is_mapping() || place.item_count() != 2) return std::nullopt;
  const Place key = place.item(0);
  if (!key.is_scalar()) return std::nullopt;
  const std::string_view name = place.document->text(key.id);
  if (name != "Ref" && (!name.starts_with(kPrefix) || name.starts_with("Fn::ForEach"))) return std::nullopt;
  return Intrinsic{.name = name, .argument = place.item(1), .span = place.whole_span(), .name_span = key.span()};
}

Value call(const Intrinsic& intrinsic, Template& unit) {
  const auto* function = std::ranges::find(kFunctions, intrinsic.name, &IntrinsicFunction::name);
  return function == std::end(kFunctions) ? unknown_function(intrinsic, unit) : function->call(intrinsic, unit);
}

std::vector<Place> operands(const Intrinsic& intrinsic, std::size_t least, std::size_t most) {
  std::vector<Place> places;
  const Place& list = intrinsic.argument;
  if (!list.is_sequence() || list.item_count() < least || list.item_count() > most) return places;
  for (std::size_t i = 0; i < list.item_count(); ++i) places.push_back(list.item(i));
  return places;
}

Value compute(std::string_view function, std::span<const Value> arguments, Span at, Template& unit) {
  const Function* found = unit.evaluation.functions.find(function, false);
  if (!found) return unknown_value(unit.arena, "it cannot be computed here");
  const std::vector<Span> spans(arguments.size(), at);
  return call_function(*found, arguments, spans, at, unit.evaluation);
}

Value malformed(const Intrinsic& intrinsic, std::string_view wanted, Template& unit) {
  return unit.mistake(kMalformedFunction, intrinsic.span, {intrinsic.name, wanted});
}

}  // namespace holdfast::cloudformation
