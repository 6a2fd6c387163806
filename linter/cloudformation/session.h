#pragma once

#include "cloudformation/cloudformation.h"
#include "cloudformation/environment.h"
#include "cloudformation/template_file.h"
#include "resource/deployment.h"

#include <deque>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace holdfast::cloudformation {

/// What all templates of one deployment share: the one that the user names, and those nested in it. Lives as long as
/// the deployment.
struct Session {
  Session(Workspace& files, CloudFormationTemplates* of_run, Deployment& owner, const FunctionTable& functions,
          const Inputs& inputs, ComputedAttributes* knowledge)
      : workspace(files),
        run(of_run ? of_run : &own_run_),
        deployment(owner),
        computed(knowledge),
        evaluation{.arena = owner.arena, .functions = functions},
        environment(owner.arena, inputs) {}

  Workspace& workspace;
  CloudFormationTemplates* run;
  Deployment& deployment;
  ComputedAttributes* computed;
  Evaluation evaluation;
  Environment environment;  // of the stack that the user names
  std::deque<Document> documents;
  std::size_t template_count = 0;
  /// Only what the template says of others is wanted: nothing is deployed.
  bool is_survey = false;
  std::map<std::pair<Span, std::string_view>, std::string_view> reported;  // by place and id: the message

  /// A file joins the deployment, once: what was wrong with it belongs to the deployment's diagnostics.
  void use(std::shared_ptr<const TemplateFile> file);

 private:
  CloudFormationTemplates own_run_;  // of a template that is all there is
  std::vector<std::shared_ptr<const TemplateFile>> files_;
};

}  // namespace holdfast::cloudformation
