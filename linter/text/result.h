#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace holdfast {

/// The world is wrong: a file cannot be read, an option is bad. One sentence in the user's own names.
struct Error {
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message) { return tl::unexpected<Error>(Error{std::move(message)}); }

}  // namespace holdfast
