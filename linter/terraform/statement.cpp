#include "terraform/statement.h"

#include "terraform/references.h"

namespace holdfast::terraform {

Statement::Statement(Session& session, Module& module, std::string_view type_name, const Block& block)
    : session_(session), block_(block), scope_(module), arguments_(block_.body, scope_, Condition::always(), {}) {
  type = type_name;
  address = type_name;
  is_data = true;
  header_span = block.header;
  arena = &session.deployment.arena;
}

Value Statement::written(std::string_view name) {
  if (name == "type" && !block_.labels.empty()) return Value::text(*arena, block_.labels[0]);
  const Argument* from = name == "from" ? block_.body.find(name) : nullptr;
  if (!from) return arguments_.get(session_, name);
  return Value::text(*arena, static_reference(from->value))
      .with_origin(arena->add_origin({.span = from->value.span()}));
}

Value Statement::meta(std::string_view name) {
  return name == "environment" ? Value::entity(*session_.environment) : Value();
}

std::vector<std::unique_ptr<Resource>> statements_of(Session& session, Module& root) {
  std::vector<std::unique_ptr<Resource>> statements;
  for (const Block& block : root.source().statements) {
    if (block.type == "removed") {
      statements.push_back(std::make_unique<Statement>(session, root, "terraform.removed", block));
    }
    if (block.type != "terraform") continue;
    for (const Block& part : block.body.blocks) {
      if (part.type != "backend") continue;
      statements.push_back(std::make_unique<Statement>(session, root, "terraform.backend", part));
    }
  }
  return statements;
}

}  // namespace holdfast::terraform
