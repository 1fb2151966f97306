// SPDX-License-Identifier: MIT
#include "rascade/simulate/resolve_formula.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <numbers>
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

constexpr std::array<NamedOp, 24> builtins{{{"exp", Op::exp},     {"ln", Op::ln},
                                            {"log10", Op::log10}, {"log2", Op::log2},
                                            {"sqrt", Op::sqrt},   {"abs", Op::abs},
                                            {"if", Op::choose},   {"sin", Op::sin},
                                            {"cos", Op::cos},     {"tan", Op::tan},
                                            {"asin", Op::asin},   {"acos", Op::acos},
                                            {"atan", Op::atan},   {"sinh", Op::sinh},
                                            {"cosh", Op::cosh},   {"tanh", Op::tanh},
                                            {"asinh", Op::asinh}, {"acosh", Op::acosh},
                                            {"atanh", Op::atanh}, {"floor", Op::floor},
                                            {"ceil", Op::ceil},   {"rint", Op::rint},
                                            {"sign", Op::sign},   {"mratio", Op::mratio}}};

/// These take any number of arguments, at least one.
constexpr std::array<NamedOp, 4> folds{
    {{"min", Op::min}, {"max", Op::max}, {"sum", Op::add}, {"avg", Op::add}}};

template <std::size_t N>
std::optional<Op> find_op(const std::array<NamedOp, N>& ops, std::string_view name)
{
  for (const NamedOp& builtin : ops) {
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
        return graph_.make_table(Op::table, static_cast<std::size_t>(e.number), resolve(e.args[0]));
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
    if (e.name == "_pi") return graph_.constant(std::numbers::pi);
    if (e.name == "_e") return graph_.constant(std::numbers::e);
    std::vector<std::string> names;
    for (const auto& [name, node] : scope_) names.push_back(name);
    std::sort(names.begin(), names.end());
    return report("E0603", e, fmt::format("'{}' has no value here", e.name),
                  suggest(e.name, names));
  }

  NodeIndex resolve_call(const model::Expression& e)
  {
    if (const std::optional<Op> fold = find_op(folds, e.name)) return resolve_fold(*fold, e);
    const std::optional<Op> op = find_op(builtins, e.name);
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

  NodeIndex resolve_fold(Op op, const model::Expression& e)
  {
    NodeIndex result = resolve(e.args[0]);
    for (std::size_t i = 1; i < e.args.size(); ++i) {
      result = graph_.make(op, result, resolve(e.args[i]));
    }
    if (e.name != "avg") return result;
    return graph_.make(Op::divide, result, graph_.constant(static_cast<double>(e.args.size())));
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
