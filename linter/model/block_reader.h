#pragma once

#include "syntax/hcl.h"
#include "text/diagnostic.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

struct NamedExpression {
  std::string_view name;
  hcl::Expression value;
};

/// Reads the arguments of one pack block and reports what does not belong there, with the nearest name.
class BlockReader {
 public:
  BlockReader(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics)
      : BlockReader(tree, tree.text(block), tree.header_span(block), tree.body(block), diagnostics) {
    labels_ = tree.labels(block);
  }
  /// A whole file as if it were one block; `name` is what messages call it.
  static BlockReader of_file(const hcl::Tree& tree, std::string_view name, Diagnostics& diagnostics) {
    return {tree, name, {tree.file, 0, 0}, tree.root, diagnostics};
  }

  std::string_view type() const { return type_; }
  /// First label; reported and empty when missing.
  std::string_view label() const;
  const std::vector<std::string_view>& labels() const { return labels_; }
  Span at() const { return at_; }

  hcl::Expression expression(std::string_view name) const;           // empty when not given
  hcl::Expression required_expression(std::string_view name) const;  // reported when not given
  /// A literal text: constant parts of packs are never computed.
  std::string_view text(std::string_view name, std::string_view fallback = {}) const;
  std::string_view required_text(std::string_view name) const;
  bool boolean(std::string_view name, bool fallback) const;
  std::vector<std::string_view> texts(std::string_view name) const;
  /// A bare name (`on = bucket`) or a dotted one, of which the last part counts (`family.store`).
  std::string_view name(std::string_view argument) const;

  struct Argument {
    std::string_view name;
    hcl::Expression value;
    Span name_at;
  };
  std::vector<Argument> arguments() const;
  std::vector<NamedExpression> sorted_arguments() const;  // by name
  std::vector<hcl::NodeId> blocks() const;
  /// Everything in the block must be one of these.
  void allow(std::initializer_list<std::string_view> arguments,
             std::initializer_list<std::string_view> blocks = {}) const;

 private:
  BlockReader(const hcl::Tree& tree, std::string_view type, Span at, hcl::NodeId body, Diagnostics& diagnostics)
      : tree_(tree), type_(type), at_(at), body_(body), diagnostics_(diagnostics) {}

  const hcl::Tree& tree_;
  std::string_view type_;
  std::vector<std::string_view> labels_;
  Span at_;
  hcl::NodeId body_;
  Diagnostics& diagnostics_;
};

/// Literal texts of an expression, for constant parts. Empty and reported when it is something else.
std::string_view literal_text(hcl::Expression expression, std::string_view argument, Diagnostics& diagnostics);
std::vector<std::string_view> literal_texts(hcl::Expression expression, std::string_view argument,
                                            Diagnostics& diagnostics);
/// `, did you mean …?` or nothing.
std::string suggestion(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace holdfast
