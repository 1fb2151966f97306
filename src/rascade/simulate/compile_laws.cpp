// SPDX-License-Identifier: MIT
#include <string>
#include <utility>

#include <fmt/format.h>

#include "rascade/simulate/differentiate.hpp"
#include "rascade/simulate/rate_program.hpp"

namespace rascade::simulate {
namespace {

using Kind = model::RateLaw::Kind;

/// How many arguments a law takes, and how many reactants it needs for them.
bool fits(const model::RateLaw& law, std::size_t num_reactants)
{
  const std::size_t n = law.args.size();
  switch (law.kind) {
    case Kind::elementary: return n == 1;
    case Kind::MM: return n == 2 && num_reactants >= 1;
    case Kind::Sat: return n >= 1 && n <= num_reactants + 1;
    case Kind::Hill: return n == 3 && num_reactants >= 1;
    case Kind::arrhenius: return false;
  }
  return false;
}

/// The whole rate of a reaction under a law that is not elementary, but for factor and scale.
class RateBuilder {
 public:
  RateBuilder(FormulaGraph& graph, const network::Reaction& reaction, std::vector<NodeIndex> args)
      : graph_(graph), args_(std::move(args))
  {
    for (const network::SpeciesIndex s : reaction.reactants) {
      amounts_.push_back(graph.leaf(Op::species, s));
    }
  }

  NodeIndex rate(Kind kind)
  {
    if (kind == Kind::MM) return michaelis_menten();
    return kind == Kind::Sat ? saturating() : hill();
  }

 private:
  /// kcat E S / (Km + S), where S is what the enzyme leaves free of the substrate: the positive root
  /// of S^2 - (St - Km - E) S - Km St = 0. E is the sum of all reactants but the first.
  NodeIndex michaelis_menten()
  {
    const NodeIndex total = amounts_[0], km = args_[1];
    NodeIndex enzyme = graph_.constant(0.0);
    for (std::size_t i = 1; i < amounts_.size(); ++i) enzyme = make(Op::add, enzyme, amounts_[i]);
    const NodeIndex b = make(Op::subtract, make(Op::subtract, total, km), enzyme);
    const NodeIndex four = make(Op::multiply, graph_.constant(4.0), make(Op::multiply, total, km));
    const NodeIndex root = graph_.make(Op::sqrt, make(Op::add, make(Op::multiply, b, b), four));
    const NodeIndex free = make(Op::multiply, graph_.constant(0.5), make(Op::add, b, root));
    const NodeIndex fastest = make(Op::multiply, args_[0], enzyme);
    return make(Op::divide, make(Op::multiply, fastest, free), make(Op::add, km, free));
  }

  /// A constant for each of the first reactants; with none at all the rate is constant.
  NodeIndex saturating()
  {
    NodeIndex rate = args_[0];
    if (args_.size() == 1) return rate;
    for (std::size_t i = 0; i < amounts_.size(); ++i) {
      rate = make(Op::multiply, rate, amounts_[i]);
      if (i + 1 >= args_.size()) continue;
      rate = make(Op::divide, rate, make(Op::add, args_[i + 1], amounts_[i]));
    }
    return rate;
  }

  NodeIndex hill()
  {
    const NodeIndex xn = make(Op::power, amounts_[0], args_[2]);
    const NodeIndex kn = make(Op::power, args_[1], args_[2]);
    NodeIndex rate = make(Op::divide, make(Op::multiply, args_[0], xn), make(Op::add, kn, xn));
    for (std::size_t i = 1; i < amounts_.size(); ++i) rate = make(Op::multiply, rate, amounts_[i]);
    return rate;
  }

  NodeIndex make(Op op, NodeIndex a, NodeIndex b) { return graph_.make(op, a, b); }

  FormulaGraph& graph_;
  std::vector<NodeIndex> args_;
  std::vector<NodeIndex> amounts_;
};

void differentiate(LawNodes::Law& law, FormulaGraph& graph, Differentiator& differentiator)
{
  for (const Variable& variable : leaves_of(graph, law.value, {Op::observable, Op::species})) {
    const NodeIndex slope = differentiator.derivative(law.value, variable);
    if (graph.is_constant(slope, 0.0)) continue;
    auto& slopes = variable.op == Op::species ? law.by_amount : law.by_observable;
    slopes.push_back({variable.which, slope});
  }
}

std::vector<std::vector<NodeIndex>> resolve_args(const network::Network& network,
                                                 const Scope& scope, FormulaGraph& graph,
                                                 std::vector<Diagnostic>& diagnostics)
{
  std::vector<std::vector<NodeIndex>> args;
  for (const model::RateLaw& law : network.rate_laws) {
    std::vector<NodeIndex>& nodes = args.emplace_back();
    for (const model::Expression& arg : law.args) {
      nodes.push_back(resolve_formula(arg, scope, graph, diagnostics));
    }
  }
  return args;
}

/// E0606 for laws that do not fit their reactions.
void check_laws(const network::Network& network, std::vector<Diagnostic>& diagnostics)
{
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    const network::Reaction& reaction = network.reactions[r];
    const model::RateLaw& law = network.rate_laws[reaction.law];
    if (fits(law, reaction.reactants.size())) continue;
    const Span where = law.args.empty() ? Span{} : law.args[0].span;
    diagnostics.push_back({Severity::error, "E0606", where,
                           fmt::format("reaction {}: a law of this kind cannot have {} arguments "
                                       "and {} reactants",
                                       r + 1, law.args.size(), reaction.reactants.size()),
                           ""});
  }
}

std::vector<NodeIndex> scale_nodes(const network::Network& network, const Scope& scope,
                                   FormulaGraph& graph, std::vector<Diagnostic>& diagnostics)
{
  std::vector<NodeIndex> nodes;
  for (const model::Expression& scale : network.scales) {
    nodes.push_back(resolve_formula(scale, scope, graph, diagnostics));
  }
  std::vector<NodeIndex> of_reaction;
  for (const network::Reaction& reaction : network.reactions) {
    of_reaction.push_back(reaction.scale == network::no_scale
                              ? graph.constant(1.0)
                              : nodes[static_cast<std::size_t>(reaction.scale)]);
  }
  return of_reaction;
}

}  // namespace

LawNodes compile_laws(const network::Network& network, const Scope& scope, FormulaGraph& graph,
                      std::vector<Diagnostic>& diagnostics)
{
  LawNodes result;
  const auto args = resolve_args(network, scope, graph, diagnostics);
  check_laws(network, diagnostics);
  if (has_error(diagnostics)) return result;
  for (const std::vector<NodeIndex>& law : args) {
    result.laws.push_back({law.empty() ? graph.constant(0.0) : law[0], false, {}, {}});
  }
  for (const network::Reaction& reaction : network.reactions) {
    const Kind kind = network.rate_laws[reaction.law].kind;
    result.of_reaction.push_back(reaction.law);
    if (kind == Kind::elementary) continue;
    result.of_reaction.back() = result.laws.size();
    result.laws.push_back(
        {RateBuilder(graph, reaction, args[reaction.law]).rate(kind), false, {}, {}});
  }
  result.scales = scale_nodes(network, scope, graph, diagnostics);
  Differentiator differentiator(graph);
  for (LawNodes::Law& law : result.laws) differentiate(law, graph, differentiator);
  const std::vector<bool> varying = varying_nodes(graph);
  for (LawNodes::Law& law : result.laws) law.varying = varying[law.value];
  return result;
}

}  // namespace rascade::simulate
