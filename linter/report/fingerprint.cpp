#include "report/fingerprint.h"

#include "expression/hash.h"

namespace holdfast {

std::string fingerprint(const Finding& finding, std::string_view path) {
  std::string identity = finding.rule->id;
  for (const std::string_view part :
       {path, std::string_view(finding.resource), std::string_view(finding.discriminator)}) {
    identity.append(1, '\0').append(part);
  }
  return hexadecimal(digest(Hash::sha256, identity)).substr(0, 32);
}

}  // namespace holdfast
