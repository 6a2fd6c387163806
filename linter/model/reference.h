#pragma once

#include "model/model.h"

#include <functional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace holdfast {

/// Which resource a value was read from, directly or through locals, module inputs and other resources' arguments: the
/// first one on its way that `is_candidate` accepts, or nullptr.
Resource* source_resource(const Value& value, const Arena& arena, const std::function<bool(Resource&)>& is_candidate);

/// Things that can be referred to by one of their keys or by an expression that reads them. Answers in time that does
/// not grow with their number, unless keys are unknown.
class ReferenceIndex {
 public:
  /// `keys` is a list of texts; unknown ones are compared one by one.
  void add(std::size_t subject, Resource& resource, const Value& keys);

  struct Match {
    std::size_t subject;
    Condition condition;
  };
  /// All subjects that a value refers to, each under the condition that it does. Open questions become undeclared
  /// variables that carry the reason.
  std::vector<Match> find(const Value& value, Evaluation& evaluation) const;

 private:
  void find_leaf(const Value& value, Evaluation& evaluation, std::vector<Match>& matches) const;

  struct Subject {
    std::size_t id;
    Resource* resource;
    std::vector<Value> open_keys;
  };
  std::vector<Subject> subjects_;
  std::unordered_map<Resource*, std::vector<std::size_t>> by_resource_;  // into subjects_
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_text_;
  std::vector<std::size_t> with_open_keys_;
};

}  // namespace holdfast
