#pragma once

#include "cloudformation/cloudformation.h"
#include "cloudformation/environment.h"
#include "cloudformation/template_file.h"
#include "resource/deployment.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast::cloudformation {

struct Template;

/// A stack with those nested in it.
struct Stack {
  std::vector<Template*> templates;
  /// Another stack of the run, seen for what it exports. It is judged by itself, and so are its mistakes.
  bool is_elsewhere = false;
  std::vector<std::unique_ptr<Resource>> resources;  // of a stack elsewhere, which the deployment does not hold

  /// Hands over a resource. Null when it was taken before.
  std::unique_ptr<Resource> take(const Resource& resource);
};

/// What all templates of one deployment share: the one that the user names, and those nested in it. Lives as long as
/// the deployment.
struct Session {
  Session(Workspace& files, CloudFormationTemplates* of_run, Deployment& owner, const FunctionTable& functions,
          const Inputs& given, ComputedAttributes* knowledge)
      : workspace(files),
        run(of_run ? of_run : &own_run_),
        deployment(owner),
        inputs(given),
        computed(knowledge),
        evaluation{.arena = owner.arena, .functions = functions},
        environment(owner.arena, given) {}

  Workspace& workspace;
  CloudFormationTemplates* run;
  Deployment& deployment;
  Inputs inputs;
  ComputedAttributes* computed;
  Evaluation evaluation;
  Environment environment;  // of the stack that the user names
  std::deque<Document> documents;
  std::map<std::string, const Document*, std::less<>> included;  // by path; null: nothing to be had
  Stack stack;
  std::map<std::string, std::unique_ptr<Stack>, std::less<>> elsewhere;  // by path
  std::size_t nested_count = 0;
  /// Only what the template says of others is wanted: nothing is deployed.
  bool is_survey = false;
  std::map<std::pair<Span, std::string_view>, std::string_view> reported;  // by place and id: the message

  /// A file joins the deployment, once: what was wrong with it belongs to the deployment's diagnostics.
  void use(std::shared_ptr<const TemplateFile> file);
  /// The same for a file of another stack, of which nothing is reported here.
  void keep(std::shared_ptr<const TemplateFile> file);
  /// The same for a template in a file that has joined already.
  void use_part(std::shared_ptr<const TemplateFile> part);

 private:
  CloudFormationTemplates own_run_;  // of a template that is all there is
  std::vector<std::shared_ptr<const TemplateFile>> files_;
};

}  // namespace holdfast::cloudformation
