#include "report/diagram_report.h"
#include "report/json_writer.h"

#include <fmt/format.h>

namespace holdfast {

namespace {

constexpr uint64_t kSchemaVersion = 1;

void write_node(JsonWriter& json, const Report& analysis, const WorstVerdicts& verdicts, const Drawing::Node& node,
                std::size_t id) {
  json.number("id", id);
  json.text("kind", node.kind ? node.kind->name : "elsewhere");
  json.text("label", node.label);
  json.text_if_any("address", node.address);
  json.text_if_any("provider_type", node.type);
  if (node.kind && verdicts.of(node) != Verdict::not_applicable) json.text("verdict", to_string(verdicts.of(node)));
  if (!node.at.exists()) return;
  const SourceFile& file = analysis.workspace->file(node.at.file);
  json.text("path", file.path());
  json.number("line", file.position(node.at.begin).line);
}

}  // namespace

std::string json_diagram(const Report& report, const ReportOptions&) {
  const WorstVerdicts verdicts(report);
  JsonWriter json;
  json.object([&] {
    json.number("schema_version", kSchemaVersion);
    json.array("deployments", [&] {
      for (const Drawing& drawing : report.survey.drawings) {
        json.object([&] {
          json.text("path", drawing.deployment);
          json.array("nodes", [&] {
            for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
              json.row([&] { write_node(json, report, verdicts, drawing.nodes[i], i); });
          });
          json.array("edges", [&] {
            for (const Drawing::Edge& edge : drawing.edges) {
              json.row([&] {
                json.number("from", edge.from);
                json.number("to", edge.to);
                json.text("kind", edge.kind->name);
                json.text_if_any("when", edge.world);
              });
            }
          });
        });
      }
    });
  });
  return json.take();
}

}  // namespace holdfast
