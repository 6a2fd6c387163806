#include "report/place.h"

#include "report/location_path.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast {

std::optional<Place> place_of(const Report& report, Span at) {
  if (!at.exists()) return std::nullopt;
  const SourceFile& file = report.workspace->file(at.file);
  return Place{.path = repository_path(report, at.file),
               .begin = file.position(at.begin),
               .end = file.position(std::max(at.begin, at.end))};
}

Span shown_place(const Report& report, const Finding& finding) {
  const auto is_readable = [&](Span at) { return at.exists() && is_in_repository(repository_path(report, at.file)); };
  if (is_readable(finding.at)) return finding.at;
  const auto call = std::find_if(finding.call_chain.rbegin(), finding.call_chain.rend(), is_readable);
  return call == finding.call_chain.rend() ? finding.at : *call;
}

std::string web_page(const Report& report, const Place& place) {
  if (!report.revision || !is_in_repository(place.path)) return {};
  const std::string& repository = report.revision->repository_uri;
  const bool is_gitlab = repository.find("gitlab") != std::string::npos;
  if (!is_gitlab && repository.find("github") == std::string::npos) return {};
  std::string path;
  for (const char letter : percent_encoded(place.path)) {
    path += letter == '(' ? "%28" : letter == ')' ? "%29" : std::string(1, letter);  // would end a link of Markdown
  }
  return fmt::format("{}{}/blob/{}/{}#L{}", repository, is_gitlab ? "/-" : "", report.revision->commit, path,
                     place.begin.line);
}

}  // namespace holdfast
