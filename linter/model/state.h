#pragma once

#include "model/model.h"

#include <unordered_map>

namespace holdfast {

/// `before` and `after`: what objects can be asked for besides the attributes of their types.
inline bool is_state(std::string_view name) { return name == "before" || name == "after"; }

/// The canonical view of what is there before a change, or after it.
class State {
 public:
  State(const Definitions& definitions, const FunctionTable& functions, Value policy,
        std::unique_ptr<Deployment> deployment);

  /// Null when it is not there; unknown when it is not known which one it is.
  Value counterpart(Object& object);

 private:
  Value counterpart_among(Object& object, const std::vector<Object*>& candidates);

  std::unique_ptr<Deployment> deployment_;
  Model model_;
  std::unordered_map<std::string_view, Resource*> by_address_;
};

}  // namespace holdfast
