#include "value/arena.h"

#include <cassert>
#include <cstdint>
#include <cstring>

namespace holdfast {
namespace {

constexpr std::size_t kFirstBlock = std::size_t{8} << 10;
constexpr std::size_t kBlockMax = std::size_t{256} << 10;

}  // namespace

void* Arena::allocate(std::size_t size, std::size_t alignment) {
  assert(alignment <= alignof(std::max_align_t));
  const std::size_t skip = (0 - reinterpret_cast<std::uintptr_t>(next_)) & (alignment - 1);
  bytes_used_ += size;
  if (next_ && skip <= left_ && size <= left_ - skip) {
    std::byte* const room = next_ + skip;
    next_ = room + size;
    left_ -= skip + size;
    return room;
  }
  const std::size_t block = std::min(kFirstBlock << std::min<std::size_t>(blocks_.size(), 8), kBlockMax);
  blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(std::max(size, block)));
  std::byte* const room = blocks_.back().get();
  // What is large gets a block of its own; the one in use goes on.
  if (size < block / 4 || !next_) {
    next_ = room + size;
    left_ = std::max(size, block) - size;
  }
  return room;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* const room = static_cast<char*>(allocate(text.size(), 1));
  std::memcpy(room, text.data(), text.size());
  return {room, text.size()};
}

OriginId Arena::add_origin(const Origin& origin) {
  origins_.push_back(origin);
  return OriginId{static_cast<uint32_t>(origins_.size() - 1)};
}

}  // namespace holdfast
