// What a compiler cannot refuse: layers that look upwards, headers that leak libraries, an engine that knows a cloud.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

/// For every layer the layers that it may include: itself, those it uses, and those that they use.
using Layers = std::map<std::string, std::set<std::string>>;

/// What the pattern's group matches, all through the text.
Strings matches(const std::string& text, const std::regex& pattern) {
  Strings found;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
    found.push_back((*match)[1]);
  }
  return found;
}

Layers read_layers(const std::string& cmake) {
  static const std::regex declaration(R"((?:^|\n)layer\(\s*([^)]*)\))");
  Layers layers;
  for (const std::string& arguments : matches(cmake, declaration)) {
    std::istringstream words(arguments);
    std::string name;
    words >> name;
    std::set<std::string>& visible = layers[name] = {name};
    bool is_used = false;
    for (std::string word; words >> word && word != "WRAPS";) {
      if (is_used) visible.insert(layers[word].begin(), layers[word].end());
      is_used = is_used || word == "USES";
    }
  }
  return layers;
}

std::string joined(const Strings& strings) {
  std::string all;
  for (const std::string& string : strings) all += (all.empty() ? "" : " ") + string;
  return all;
}

/// The project's own includes that a file of this layer may not have.
std::string forbidden_includes(const Layers& layers, const std::string& layer, const std::string& code) {
  static const std::regex include(R"re(#\s*include\s*"([^"]*)")re");
  Strings found = matches(code, include);
  std::erase_if(found, [&](const std::string& path) {
    return path.find('/') != std::string::npos && layers.at(layer).contains(path.substr(0, path.find('/')));
  });
  return joined(found);
}

std::string leaked_libraries(const std::string& header) {
  static const std::regex include(
      R"(#\s*include\s*<((?:yaml-cpp|nlohmann|tree_sitter|re2|mpfr|gmp|nettle|CLI)[^>]*)>)");
  return joined(matches(header, include));
}

/// Words of a provider or of the domain. What CloudFormation defines as a language is neither.
std::string foreign_words(const std::string& code) {
  static const std::regex foreign(
      R"((\baws(?!TemplateFormatVersion\b|::(?:AccountId|NoValue|NotificationARNs|Partition|Region|StackId|StackName|)"
      R"(URLSuffix|CloudFormation|Include|LanguageExtensions|Serverless)\b)|amazon|azure|)"
      R"(backup|vault|recovery.point|dynamodb|aurora|redshift|cloudwatch|eventbridge|)"
      R"(\b(?:ebs|ec2|efs|iam|kms|rds|s3|sns|sqs)\b))",
      std::regex::icase | std::regex::optimize);
  return joined(matches(code, foreign));
}

/// Names and ids of messages, in the order in which headers define them. Two of one name would be one to the linker.
Strings message_names(const std::string& header) {
  static const std::regex definition(R"re(DiagnosticKind (\w+\s*\{\s*"[^"]*"))re");
  Strings names;
  for (const std::string& found : matches(header, definition)) {
    names.push_back(found.substr(0, found.find_first_of(" {\n")));
    names.push_back(found.substr(found.find('"')));
  }
  return names;
}

Strings repeated(Strings strings) {
  std::ranges::sort(strings);
  Strings found;
  for (std::size_t i = 1; i < strings.size(); ++i) {
    if (strings[i] == strings[i - 1]) found.push_back(strings[i]);
  }
  return found;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Sources and headers below a folder, in a stable order.
std::vector<fs::path> code_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

/// The texts of all files below the folders, one after the other.
std::string all_text(const std::vector<fs::path>& folders) {
  std::string text;
  for (const fs::path& folder : folders) {
    fs::recursive_directory_iterator entry(folder);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
      if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
      if (entry->is_regular_file()) text += read(entry->path()) + '\n';
    }
  }
  return text;
}

/// Is the id expected somewhere? Tests of a syntax leave its prefix out, after line and column.
bool is_expected(const std::string& id, const std::string& expectations) {
  const auto stands = [&](const std::string& word, const auto& fits_before) {
    for (std::size_t at = expectations.find(word); at != std::string::npos; at = expectations.find(word, at + 1)) {
      const char after = at + word.size() < expectations.size() ? expectations[at + word.size()] : ' ';
      const bool is_whole = after != '-' && std::isalnum(static_cast<unsigned char>(after)) == 0;
      if (is_whole && at > 0 && fits_before(expectations[at - 1])) return true;
    }
    return false;
  };
  const std::string name = id.substr(id.find('/') + 1);
  return stands(id, [](char) { return true; }) || (id.starts_with("hcl/") && stands(' ' + name, [](char c) {
                                                     return std::isdigit(static_cast<unsigned char>(c)) != 0;
                                                   }));
}

TEST_CASE("layers are read from the build") {
  const Layers layers = read_layers("x()\nlayer(low)\nlayer(mid USES low WRAPS re2)\nlayer(top\n  USES mid)\n");
  CHECK(layers == Layers{{"low", {"low"}}, {"mid", {"low", "mid"}}, {"top", {"low", "mid", "top"}}});
}

TEST_CASE("an include that looks upwards is seen") {
  const Layers layers = read_layers("\nlayer(low)\nlayer(mid USES low)\nlayer(side USES low)");
  CHECK(forbidden_includes(layers, "mid", "#include \"low/a.h\"\n#include \"mid/b.h\"\n#include <side/c>\n") == "");
  CHECK(forbidden_includes(layers, "low", "#include \"mid/b.h\"") == "mid/b.h");
  CHECK(forbidden_includes(layers, "mid", "# include \"side/c.h\"") == "side/c.h");
  CHECK(forbidden_includes(layers, "mid", "#include \"b.h\"") == "b.h");
}

TEST_CASE("a library in a header is seen") {
  CHECK(leaked_libraries("#include <string>\n#include <fmt/core.h>\n#include \"text/re2.h\"") == "");
  CHECK(leaked_libraries("#include <re2/re2.h>\n#include <mpfr.h>") == "re2/re2.h mpfr.h");
}

TEST_CASE("a word of a provider or of the domain is seen") {
  CHECK(foreign_words("terraform cloudformation laws \"AWS::Region\" AWS::CloudFormation::Stack") == "");
  CHECK(foreign_words("aws_s3_bucket") == "aws");
  CHECK(foreign_words("AWS::RegionName AWS::DynamoDB") == "AWS AWS DynamoDB");
  CHECK(foreign_words("BackupVault of an S3 bucket") == "Backup Vault S3");
}

TEST_CASE("the engine keeps to its architecture") {
  const fs::path root = HOLDFAST_SOURCE_DIR;
  const Layers layers = read_layers(read(root / "CMakeLists.txt"));
  REQUIRE(layers.contains("text"));
  for (const fs::path& path : code_below(root / "linter")) {
    const fs::path name = path.lexically_relative(root / "linter");
    const std::string layer = name.has_parent_path() ? name.begin()->string() : "";
    const std::string code = read(path);
    CAPTURE(name.string());
    CHECK(foreign_words(code) == "");
    if (path.extension() == ".h") CHECK(leaked_libraries(code) == "");
    if (layer.empty()) continue;
    CHECK_MESSAGE(layers.contains(layer), "the folder is no layer");
    if (layers.contains(layer)) CHECK(forbidden_includes(layers, layer, code) == "");
  }
}

TEST_CASE("a message that is defined twice is seen") {
  const std::string header =
      "inline constexpr DiagnosticKind kOne{\"a/one\", e};\ninline constexpr DiagnosticKind kTwo{\n \"a/two\"};";
  CHECK(message_names(header) == Strings{"kOne", "\"a/one\"", "kTwo", "\"a/two\""});
  CHECK(repeated({"b", "a", "b"}) == Strings{"b"});
}

TEST_CASE("every message is defined once") {
  Strings all;
  for (const fs::path& path : code_below(fs::path(HOLDFAST_SOURCE_DIR) / "linter")) {
    const Strings names = message_names(read(path));
    all.insert(all.end(), names.begin(), names.end());
  }
  REQUIRE(!all.empty());
  CHECK(joined(repeated(all)) == "");
}

TEST_CASE("every message is expected by some fixture or test") {
  // A thousand nested templates are no fixture.
  const std::set<std::string> out_of_reach = {"cloudformation/nested-too-often"};
  const fs::path root = HOLDFAST_SOURCE_DIR;
  const std::string expectations = all_text({root / "fixtures", root / "tests"});
  for (const fs::path& path : code_below(root / "linter")) {
    for (std::string id : message_names(read(path))) {
      if (!id.starts_with('"')) continue;
      id = id.substr(1, id.size() - 2);
      if (out_of_reach.contains(id)) continue;
      CHECK_MESSAGE(is_expected(id, expectations), id, " of ", path.filename().string(), " is produced nowhere");
    }
  }
}
