#pragma once

#include "rule/finding.h"
#include "text/diagnostic.h"
#include "text/workspace.h"

#include <string_view>
#include <tuple>

namespace holdfast {

/// Order of output: path, offset, rule, resource. Independent of the order in which files were read.
class OutputOrder {
 public:
  explicit OutputOrder(const Workspace& workspace) : workspace_(workspace) {}

  template <class T>
  bool operator()(const T& a, const T& b) const {
    const FileId file_a = file_of(a), file_b = file_of(b);
    const int paths = file_a == file_b ? 0 : path(file_a).compare(path(file_b));
    return paths != 0 ? paths < 0 : key(a) < key(b);
  }

 private:
  std::string_view path(FileId file) const {
    return file == kNoFile ? std::string_view() : std::string_view(workspace_.file(file).path());
  }
  static FileId file_of(FileId file) { return file; }
  template <class T>
  static FileId file_of(const T& item) {
    return item.at.file;
  }
  static FileId key(FileId file) { return file; }
  static auto key(const Finding& f) {
    return std::tuple(f.at.begin, f.at.end, std::string_view(f.rule->id), std::string_view(f.resource),
                      std::string_view(f.discriminator), std::string_view(f.message));
  }
  static auto key(const Diagnostic& d) {
    return std::tuple(d.at.begin, d.at.end, d.kind->id, std::string_view(d.message));
  }

  const Workspace& workspace_;
};

}  // namespace holdfast
