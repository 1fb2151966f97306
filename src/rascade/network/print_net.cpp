// SPDX-License-Identifier: MIT
#include "rascade/network/print_net.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::network {
namespace {

using model::Expression;

struct Line {
  std::string name;
  std::string value;
};

class NetPrinter {
 public:
  explicit NetPrinter(const Network& network) : network_(network)
  {
    for (const model::Function& f : network.functions) functions_.insert(f.name);
    for (const NetworkObservable& o : network.observables) observables_.insert(o.name);
    taken_ = functions_;
    taken_.insert(observables_.begin(), observables_.end());
    for (const model::Parameter& p : network.parameters) {
      taken_.insert(p.name);
      parameters_.push_back({p.name, text_of(p.value)});
    }
    for (const model::Function& f : network.functions) print_function(f);
    for (const Reaction& reaction : network.reactions) {
      const auto [place, is_new] = laws_.try_emplace({reaction.law, reaction.scale});
      if (is_new) place->second = name_law(network.rate_laws[reaction.law], reaction.scale);
    }
    for (const NetworkSpecies& species : network.species) {
      amounts_.push_back(name_amount(species.amount));
    }
  }

  std::string run() &&
  {
    text_ = "# Created by Rascade\n";
    block("parameters", parameters_.size(), [this](std::size_t i) { append(parameters_[i]); });
    block("functions", function_lines_.size(),
          [this](std::size_t i) { append(function_lines_[i]); });
    block("species", network_.species.size(), [this](std::size_t i) { append_species(i); });
    block("reactions", network_.reactions.size(),
          [this](std::size_t i) { append(network_.reactions[i]); });
    block("groups", network_.observables.size(),
          [this](std::size_t i) { append(network_.observables[i]); });
    return std::move(text_);
  }

 private:
  /// A table stands alone in this format: one within a formula becomes a function of its own.
  void print_function(const model::Function& f)
  {
    const bool is_table = f.value.kind == Expression::Kind::table;
    function_lines_.push_back({f.name + "()", is_table ? table_text(f.value) : text_of(f.value)});
  }

  std::string table_text(const Expression& node)
  {
    const model::Table& table = network_.tables[static_cast<std::size_t>(node.number)];
    const auto list = [](const std::vector<double>& values) {
      std::vector<std::string> items;
      for (const double value : values) items.push_back(format_number(value));
      return fmt::format("[{}]", fmt::join(items, ","));
    };
    const Expression& index = node.args[0];
    const bool is_time = index.kind == Expression::Kind::name && index.name == "time";
    const bool is_step = table.method == model::Table::Method::step;
    return fmt::format("tfun({},{},{}{})", list(table.x), list(table.y),
                       is_time ? "time" : text_of(index), is_step ? ",method=>\"step\"" : "");
  }

  /// A function or the time is called; all else is a name. Blanks separate the format's columns.
  std::string text_of(const Expression& expression)
  {
    std::string text = model::to_string(called(expression));
    std::erase(text, ' ');
    return text;
  }

  Expression called(Expression expression)
  {
    if (expression.kind == Expression::Kind::table) {
      const std::string name = free_name(fmt::format("_table{}", expression.number + 1));
      function_lines_.push_back({name + "()", table_text(expression)});
      return {Expression::Kind::call, 0.0, name, {}, {}};
    }
    for (Expression& arg : expression.args) arg = called(std::move(arg));
    if (expression.kind != Expression::Kind::name) return expression;
    if (functions_.contains(expression.name) || expression.name == "time") {
      expression.kind = Expression::Kind::call;
    }
    return expression;
  }

  static bool has_table(const Expression& e)
  {
    return e.kind == Expression::Kind::table || std::any_of(e.args.begin(), e.args.end(), has_table);
  }

  bool is_constant(const Expression& expression) const
  {
    if (has_table(expression)) return false;
    const std::vector<std::string> names = model::names_in(expression);
    return std::none_of(names.begin(), names.end(), [this](const std::string& name) {
      return functions_.contains(name) || observables_.contains(name) || name == "time";
    });
  }

  static bool is_plain(const Expression& expression)
  {
    return expression.kind == Expression::Kind::number ||
           expression.kind == Expression::Kind::name;
  }

  /// The name, or one made from it if the model has it already.
  std::string free_name(std::string name)
  {
    while (!taken_.insert(name).second) name += '_';
    return name;
  }

  /// The rate is in proportion to the first argument, which takes up the scale.
  std::string name_law(const model::RateLaw& law, std::int32_t scale)
  {
    using Kind = model::RateLaw::Kind;
    std::string text = law.kind == Kind::MM ? "MM " : law.kind == Kind::Sat ? "Sat " : "";
    if (law.kind == Kind::Hill) text = "Hill ";
    for (std::size_t i = 0; i < law.args.size(); ++i) {
      Expression arg = law.args[i];
      if (i == 0 && scale != no_scale) {
        arg = {Expression::Kind::multiply, 0.0, "", {}, {}};
        arg.args = {network_.scales[static_cast<std::size_t>(scale)], law.args[0]};
      }
      text += (i == 0 ? "" : " ") + name_arg(arg);
    }
    return text;
  }

  /// What stands for an argument in a reaction: a parameter or a function, never a formula.
  std::string name_arg(const Expression& arg)
  {
    const bool is_parameter = is_constant(arg);
    const bool is_named = arg.kind == Expression::Kind::name &&
                          (is_parameter || functions_.contains(arg.name));
    if (is_named) return arg.name;
    const std::string name = free_name(fmt::format("_rateLaw{}", ++num_laws_));
    const std::string text = text_of(arg);
    if (is_parameter) {
      parameters_.push_back({name, text});
    } else {
      function_lines_.push_back({name + "()", text});
    }
    return name;
  }

  std::string name_amount(const Expression& amount)
  {
    if (is_plain(amount)) return text_of(amount);
    const std::string name = free_name(fmt::format("_InitialConc{}", amounts_.size() + 1));
    parameters_.push_back({name, text_of(amount)});
    return name;
  }

  /// Lines are written where they stay: for a large network they are most of what is in memory.
  template <typename AppendLine>
  void block(const char* title, std::size_t num_lines, AppendLine append_line)
  {
    if (num_lines == 0) return;
    append("begin {}\n", title);
    for (std::size_t i = 0; i < num_lines; ++i) {
      append("{:5} ", i + 1);
      append_line(i);
      text_ += '\n';
    }
    append("end {}\n", title);
  }

  template <typename... Values>
  void append(fmt::format_string<Values...> format, Values&&... values)
  {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
  }

  void append(const Line& line) { append("{} {}", line.name, line.value); }

  void append_species(std::size_t s)
  {
    const NetworkSpecies& species = network_.species[s];
    append("{}{} {}", species.fixed ? "$" : "", species.name, amounts_[s]);
  }

  /// Species count from 1; 0 is nothing.
  void append(const std::vector<SpeciesIndex>& species)
  {
    if (species.empty()) text_ += '0';
    const char* comma = "";
    for (const SpeciesIndex s : species) append("{}{}", std::exchange(comma, ","), s + 1);
  }

  void append_factor(double factor)
  {
    if (factor != 1.0) append("{}*", format_number(factor));
  }

  void append(const Reaction& reaction)
  {
    append(reaction.reactants);
    text_ += ' ';
    append(reaction.products);
    text_ += ' ';
    append_factor(reaction.factor);
    append("{} #{}", laws_.at({reaction.law, reaction.scale}), network_.rule_names[reaction.rule]);
  }

  void append(const NetworkObservable& observable)
  {
    append("{} ", observable.name);
    const char* comma = "";
    for (const auto& [species, weight] : observable.weights) {
      text_ += std::exchange(comma, ",");
      append_factor(weight);
      append("{}", species + 1);
    }
  }

  const Network& network_;
  std::set<std::string> functions_;
  std::set<std::string> observables_;
  std::set<std::string> taken_;  // names of whatever kind
  std::vector<Line> parameters_;
  std::vector<Line> function_lines_;
  std::map<std::pair<RateLawIndex, std::int32_t>, std::string> laws_;  // by law and scale
  std::size_t num_laws_ = 0;          // named here
  std::vector<std::string> amounts_;  // [n_species]
  std::string text_;                  // so far
};

}  // namespace

std::string print_net(const Network& network) { return NetPrinter(network).run(); }

}  // namespace rascade::network
