#pragma once

#include "value/origin.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace holdfast {

/// Memory of one analysed deployment: values are made here, never freed one by one, and all die with it.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  template <class T>
  T* make(T value) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T(std::move(value));
  }
  /// Uninitialised room for `count` values, to be filled at once.
  template <class T>
  std::span<T> array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* first = static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
    std::uninitialized_value_construct_n(first, count);
    return {first, count};
  }
  template <class T>
  std::span<const T> copy(std::span<const T> items) {
    auto room = array<T>(items.size());
    std::copy(items.begin(), items.end(), room.begin());
    return room;
  }
  template <class T>
  std::span<const T> copy(const std::vector<T>& items) {
    return copy(std::span<const T>(items));
  }
  std::string_view copy(std::string_view text);

  OriginId add_origin(const Origin& origin);
  /// The origin of nobody (id 0) has no span.
  const Origin& origin(OriginId id) const { return origins_[static_cast<uint32_t>(id)]; }

  /// Where the answer to a question about two things that live here is kept, so that it is searched for once. Nothing
  /// at first.
  std::optional<uint8_t>& answer(uintptr_t first, uintptr_t second) { return answers_[{first, second}]; }
  /// Where a thing that is made of two others is kept, so that it is made once. Null at first.
  const void*& made_of(uintptr_t first, uintptr_t second) { return made_[{first, second}]; }

  std::size_t bytes_used() const { return bytes_used_; }

 private:
  struct PairHash {
    std::size_t operator()(const std::pair<uintptr_t, uintptr_t>& pair) const {
      return pair.first * 0x9E3779B97F4A7C15ULL ^ (pair.second + (pair.first >> 32));
    }
  };

  void* allocate(std::size_t size, std::size_t alignment);

  std::unordered_map<std::pair<uintptr_t, uintptr_t>, std::optional<uint8_t>, PairHash> answers_;
  std::unordered_map<std::pair<uintptr_t, uintptr_t>, const void*, PairHash> made_;
  std::vector<Origin> origins_ = {Origin{}};
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t bytes_used_ = 0;
};

}  // namespace holdfast
