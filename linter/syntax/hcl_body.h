#pragma once

#include "syntax/hcl_grammar.h"
#include "syntax/hcl_lowering.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast::hcl {

/// Reads the arguments and blocks of a file. Only the values of arguments need the grammar; each is read alone, so that
/// a broken one takes nothing with it.
class BodyReader {
 public:
  BodyReader(std::string_view source, std::string_view skeleton, TreeBuilder& tree, Report& report);

  NodeId file();

 private:
  struct Header {
    uint32_t name_end = 0;
    uint32_t end = 0;  // after the last label
    uint32_t brace = 0;
    std::vector<std::pair<uint32_t, uint32_t>> labels = {};
  };

  NodeId body(uint32_t begin, uint32_t end, bool is_on_one_line);
  void argument(uint32_t begin, uint32_t end, std::vector<NodeId>& items);
  bool is_readable(uint32_t begin, uint32_t end);
  NodeId unreadable_argument(uint32_t begin, uint32_t end);
  std::optional<Header> header(uint32_t begin, uint32_t end);
  NodeId block(uint32_t begin, const Header& header, uint32_t close);
  NodeId label(uint32_t begin, uint32_t end);
  void unreadable_item(uint32_t begin, uint32_t end);
  void expect_own_line(uint32_t at);
  void expect_distinct_names(std::span<const NodeId> items);

  uint32_t item_end(uint32_t begin, uint32_t end) const;
  uint32_t label_end(uint32_t begin, uint32_t end) const;
  uint32_t matching_brace(uint32_t brace, uint32_t end) const;
  bool has_line_end(uint32_t begin, uint32_t end) const;
  bool share_line(uint32_t end_of_first, uint32_t begin_of_second) const;
  uint32_t trimmed_end(uint32_t begin, uint32_t end) const;
  /// A name or a single character, to be shown.
  std::string_view token(uint32_t at) const;

  std::string_view source_;
  std::string_view skeleton_;
  TreeBuilder& tree_;
  Report& report_;
  Grammar grammar_;
  Lowering lowering_;
  std::size_t depth_ = 0;
};

}  // namespace holdfast::hcl
