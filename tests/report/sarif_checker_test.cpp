// The checker must see what it is there for: each defect below passes the schema, the vendors' validators, or both.
#include "sarif_checker.h"
#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace holdfast::test;
using Json = nlohmann::ordered_json;

namespace {

struct Defect {
  const char* place;  // JSON pointer into the run; `-` at the end appends, a null value removes
  const char* value;
};

const Defect kDefects[] = {
    {"/results/0/ruleIndex", "0"},
    {"/results/0/ruleIndex", "99"},
    {"/results/0/level", "\"none\""},
    {"/results/0/kind", "\"pass\""},
    {"/results/0/kind", "\"insource\""},
    {"/results/0/rank", "10"},
    {"/results/0/locations", "[]"},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uri", "\"\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uri", "\"../infra/backup.tf\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uri", "\"./infra/backup.tf\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uri", "\"/infra/backup.tf\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uri", "\"git::https://host/backup.tf\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uri", "\"infra/back up.tf\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uri", "\"infra/backup%2a.tf\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/uriBaseId", "\"ROOT\""},
    {"/results/0/locations/0/physicalLocation/artifactLocation/index", "0"},
    {"/results/0/locations/0/physicalLocation/region", "null"},
    {"/results/0/locations/0/physicalLocation/region/startLine", "0"},
    {"/results/0/locations/0/physicalLocation/region/startColumn", "0"},
    {"/results/0/locations/0/physicalLocation/region/endColumn", "null"},
    {"/results/0/locations/0/physicalLocation/region/endLine", "900"},
    {"/results/0/locations/0/physicalLocation/region/endColumn", "900"},
    {"/results/0/locations/0/physicalLocation/region/startColumn", "39"},
    {"/results/0/message/text", "\"see [x](9).\""},
    {"/results/0/message/text", "\"see [x](infra/backup.tf).\""},
    {"/results/0/message/text", "\"{0} is wrong.\""},
    {"/results/0/message/text", "\"\""},
    {"/results/0/message/id", "\"default\""},
    {"/results/2/relatedLocations/1/id", "1"},
    {"/results/0/suppressions", "[]"},
    {"/results/0/partialFingerprints", "null"},
    {"/results/0/partialFingerprints/primaryLocationLineHash", "null"},
    {"/results/0/taxa", "null"},
    {"/results/0/taxa/0/id", "\"A.9.99\""},
    {"/results/0/taxa/0/toolComponent/guid", "\"6f0d5a52-7c29-5b0e-9a51-0f4f0b6d2799\""},
    {"/results/0/taxa/0/toolComponent/index", "0"},
    {"/results/0/codeFlows", "[{\"threadFlows\": [{\"locations\": [{\"index\": 0}]}]}]"},
    {"/results", "null"},
    {"/columnKind", "null"},
    {"/automationDetails", "{\"id\": \"x/\"}"},
    {"/invocations/0/executionSuccessful", "true"},
    {"/invocations/0/startTimeUtc", "\"2026-01-01T00:00:00Z\""},
    {"/invocations/0/toolExecutionNotifications/0/descriptor/index", "1"},
    {"/artifacts/0/hashes", "{\"sha256\": \"00\"}"},
    {"/taxonomies/0/guid", "\"6f0d5a52-7c29-0b0e-9a51-0f4f0b6d2701\""},
    {"/taxonomies/0/taxa", "[]"},
    {"/taxonomies/0/taxa/1/id", "\"A.5.30\""},
    {"/tool/driver/name", "\"\""},
    {"/tool/driver/semanticVersion", "\"one\""},
    {"/tool/driver/supportedTaxonomies", "[]"},
    {"/tool/driver/rules/0/help", "null"},
    {"/tool/driver/rules/0/fullDescription", "null"},
    {"/tool/driver/rules/0/helpUri", "\"rules/x\""},
    {"/tool/driver/rules/0/id", "\"zzz\""},
    {"/tool/driver/rules/0/properties/security-severity", "8.0"},
    {"/tool/driver/rules/0/properties/security-severity", "\"99\""},
    {"/tool/driver/rules/0/properties/tags/1", "\"security\""},
    {"/tool/driver/rules/0/properties/tags", "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]"},
    {"/tool/driver/notifications/0/help", "null"},
};

std::string with_defect(Json log, const Defect& defect) {
  const Json::json_pointer place("/runs/0" + std::string(defect.place));
  const Json value = Json::parse(defect.value);
  if (value.is_null()) {
    log[place.parent_pointer()].erase(place.back());
  } else {
    log[place] = value;
  }
  return log.dump();
}

}  // namespace

TEST_CASE("the checker sees every defect") {
  Sample sample;
  fill_showcase(sample);
  const std::string sarif = holdfast::sarif_report(sample.report, {});
  CHECK(faults_of(sample, {}) == "");
  for (const Defect& defect : kDefects) {
    CAPTURE(defect.place);
    CAPTURE(defect.value);
    CHECK(!sarif_faults(with_defect(Json::parse(sarif), defect), sources_of(sample)).empty());
  }
}
