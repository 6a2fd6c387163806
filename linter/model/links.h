#pragma once

#include "model/reference.h"

#include <map>
#include <memory>
#include <vector>

namespace holdfast {

/// Evaluates links, each once per object.
class Links {
 public:
  explicit Links(Model& model) : model_(model) {}

  Value of(Object& from, const LinkDefinition& link);
  /// The objects whose link leads to `to`.
  Value back_of(Object& to, const LinkDefinition& link);

 private:
  struct Linked {
    Object* to;
    Condition condition;
  };
  /// Everything that is computed once for a link.
  struct Table {
    std::vector<Object*> targets;
    ReferenceIndex references;                                              // for `by`
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_key;  // for `match_to`
    std::vector<std::size_t> with_open_keys;
    std::unordered_map<Object*, std::vector<Linked>> backward;
    bool has_backward = false;
  };

  Table& table(const LinkDefinition& link);
  std::vector<Linked> search(Object& from, const LinkDefinition& link);
  std::vector<Linked> search_references(Object& from, const LinkDefinition& link);
  std::vector<std::size_t> candidates(Object& from, const LinkDefinition& link, Table& table);
  Value as_list(const std::vector<Linked>& linked) const;
  Value as_single(Object& from, const std::vector<Linked>& linked) const;

  Model& model_;
  std::map<const LinkDefinition*, std::unique_ptr<Table>> tables_;
};

/// Finds split resources of a subject, through one index per companion type and argument.
class Companions {
 public:
  explicit Companions(Model& model) : model_(model) {}

  /// Raw resources, each under the condition that it belongs to the subject.
  Value of(Object& subject, const CompanionDefinition& companion);

 private:
  struct Table {
    std::unordered_map<Resource*, std::vector<Resource*>> by_source;
    std::unordered_map<std::string_view, std::vector<Resource*>> by_text;
    std::vector<Resource*> open;  // the argument could not be resolved, or differs between worlds
  };
  Table& table(Object& subject, const CompanionDefinition& companion);
  Condition belongs(Object& subject, const Value& keys, Resource& companion, std::string_view argument);

  Model& model_;
  std::map<const CompanionDefinition*, std::unique_ptr<Table>> tables_;
};

}  // namespace holdfast
