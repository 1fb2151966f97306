// SPDX-License-Identifier: MIT
#include "rascade/simulate/resolve_formula.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "rascade/base/text.hpp"

namespace rascade::simulate {
namespace {

using Kind = model::Expression::Kind;

struct NamedOp {
  std::string_view name;
  Op op;
};

constexpr std::array<NamedOp, 9> builtins{{{"exp", Op::exp},
                                           {"ln", Op::ln},
                                           {"log10", Op::log10},
                                           {"log2", Op::log2},
                                           {"sqrt", Op::sqrt},
                                           {"abs", Op::abs},
                                           {"min", Op::min},
                                           {"max", Op::max},
                                           {"if", Op::choose}}};

std::optional<Op> find_builtin(std::string_view name)
{
  for (const NamedOp& builtin : builtins) {
    if (builtin.name == name) return builtin.op;
  }
  return std::nullopt;
}

class Resolver {
 public:
  Resolver(const Scope& scope, FormulaGraph& graph, std::vector<Diagnostic>& diagnostics)
      : scope_(scope), graph_(graph), diagnostics_(diagnostics)
  {
  }

  NodeIndex resolve(const model::Expression& e)
  {
    switch (e.kind) {
      case Kind::number: return graph_.constant(e.number);
      case Kind::name: return resolve_name(e);
      case Kind::call: return e.args.empty() ? resolve_name(e) : resolve_call(e);
      case Kind::table:
        diagnostics_.push_back({Severity::error, "E0604", e.span, "tables cannot be simulated yet", ""});
        break;
      case Kind::add: return operation(Op::add, e);
      case Kind::subtract: return operation(Op::subtract, e);
      case Kind::multiply: return operation(Op::multiply, e);
      case Kind::divide: return operation(Op::divide, e);
      case Kind::power: return operation(Op::power, e);
      case Kind::negate: return operation(Op::negate, e);
      case Kind::compare: return resolve_comparison(e);
      case Kind::logical: return operation(e.name == "&&" ? Op::both : Op::either, e);
      case Kind::negation: return operation(Op::negation, e);
    }
    return graph_.constant(0.0);
  }

 private:
  NodeIndex operation(Op op, const model::Expression& e)
  {
    std::array<NodeIndex, 3> args{};
    for (std::size_t i = 0; i < num_args(op); ++i) args[i] = resolve(e.args[i]);
    return graph_.make(op, args[0], args[1], args[2]);
  }

  NodeIndex resolve_comparison(const model::Expression& e)
  {
    if (e.name == "<") return operation(Op::less, e);
    if (e.name == "<=") return operation(Op::less_equal, e);
    if (e.name == "==") return operation(Op::equal, e);
    if (e.name == "!=") return operation(Op::not_equal, e);
    const NodeIndex left = resolve(e.args[0]);
    const NodeIndex right = resolve(e.args[1]);
    return graph_.make(e.name == ">" ? Op::less : Op::less_equal, right, left);
  }

  NodeIndex resolve_name(const model::Expression& e)
  {
    if (const auto found = scope_.find(e.name); found != scope_.end()) return found->second;
    std::vector<std::string> names;
    for (const auto& [name, node] : scope_) names.push_back(name);
    std::sort(names.begin(), names.end());
    return report("E0603", e, fmt::format("'{}' has no value here", e.name),
                  suggest(e.name, names));
  }

  NodeIndex resolve_call(const model::Expression& e)
  {
    const std::optional<Op> op = find_builtin(e.name);
    if (!op) {
      return report("E0604", e, fmt::format("'{}' is not a built-in function", e.name), "");
    }
    if (e.args.size() != num_args(*op)) {
      return report("E0604", e,
                    fmt::format("'{}' takes {} arguments, here are {}", e.name, num_args(*op),
                                e.args.size()),
                    "");
    }
    return operation(*op, e);
  }

  NodeIndex report(std::string code, const model::Expression& e, std::string message,
                   std::string hint)
  {
    diagnostics_.push_back(
        {Severity::error, std::move(code), e.span, std::move(message), std::move(hint)});
    return graph_.constant(0.0);
  }

  const Scope& scope_;
  FormulaGraph& graph_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

NodeIndex resolve_formula(const model::Expression& formula, const Scope& scope,
                          FormulaGraph& graph, std::vector<Diagnostic>& diagnostics)
{
  return Resolver(scope, graph, diagnostics).resolve(formula);
}

}  // namespace rascade::simulate
