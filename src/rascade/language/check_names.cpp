// SPDX-License-Identifier: MIT
#include "rascade/language/check_names.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <numbers>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rascade/base/text.hpp"
#include "rascade/language/builtins.hpp"

namespace rascade::language {
namespace {

using model::Expression;

constexpr std::string_view time_name = "time";

enum class NameKind : std::uint8_t { parameter, observable, function, time };

using Tags = std::set<std::string>;

/// Where a formula stands: what it may use.
struct Scope {
  bool is_varying = false;  // observables, functions and time, not parameters only
  Tags tags;                // names of molecules and species
};

/// What a fit is to find: other programs put a number in its place.
constexpr std::string_view placeholder = "__FREE";

void add_tags(const SyntaxPattern& pattern, Tags& tags)
{
  const auto add = [&tags](const std::optional<SyntaxName>& tag) {
    if (tag) tags.insert(tag->text);
  };
  add(pattern.tag);
  for (const SyntaxMolecule& molecule : pattern.molecules) {
    add(molecule.tag);
    for (const SyntaxSite& site : molecule.sites) add(site.tag);
  }
}

Scope scope_of(const std::vector<SyntaxPattern>& side)
{
  Scope scope{true, {}};
  for (const SyntaxPattern& pattern : side) add_tags(pattern, scope.tags);
  return scope;
}

std::string_view text_of(NameKind kind)
{
  switch (kind) {
    case NameKind::parameter:
      return "a parameter";
    case NameKind::observable:
      return "an observable";
    case NameKind::function:
      return "a function";
    case NameKind::time:
      return "the time";
  }
  return "";
}

class NameChecker {
 public:
  NameChecker(SyntaxModel& syntax, Mistakes& mistakes)
      : syntax_(syntax), unknown_(syntax.broken), mistakes_(mistakes)
  {
    declared_.emplace(time_name, Declaration{NameKind::time, {}});
  }

  void run()
  {
    drop_overwritten();
    for (const SyntaxFormula& p : syntax_.parameters) declare(p.name, NameKind::parameter);
    for (const SyntaxObservable& o : syntax_.observables) declare(o.name, NameKind::observable);
    for (const SyntaxFormula& f : syntax_.functions) {
      declare(f.name, NameKind::function, f.args.size());
    }
    const Scope constant;
    for (SyntaxFormula& p : syntax_.parameters) resolve(p.value, constant);
    for (SyntaxCompartment& c : syntax_.compartments) resolve(c.size, constant);
    for (SyntaxSeed& seed : syntax_.seeds) resolve(seed.amount, constant);
    for (SyntaxEnergy& e : syntax_.energies) resolve(e.energy, constant);
    for (SyntaxFormula& f : syntax_.functions) resolve_function(f);
    for (SyntaxRule& rule : syntax_.rules) resolve_rates(rule);
    for (SyntaxFormula& p : placeholders_) syntax_.parameters.push_back(std::move(p));
    warn_of_placeholders();
  }

 private:
  /// A parameter that comes again has the value it is given last.
  void drop_overwritten()
  {
    std::unordered_map<std::string, std::size_t> position;
    std::vector<SyntaxFormula> kept;
    for (SyntaxFormula& p : syntax_.parameters) {
      const auto [first, is_new] = position.emplace(p.name.text, kept.size());
      if (is_new) {
        kept.push_back(std::move(p));
        continue;
      }
      SyntaxFormula& old = kept[first->second];
      mistakes_.warn(
          "W0302", p.name.span,
          fmt::format("parameter '{}' is declared twice: this value counts", p.name.text),
          fmt::format("It is declared in line {}; remove one.", old.name.span.line));
      old = std::move(p);
    }
    syntax_.parameters = std::move(kept);
  }

  struct Declaration {
    NameKind kind;
    Span span;
    std::size_t num_args = 0;
  };

  void declare(const SyntaxName& name, NameKind kind, std::size_t num_args = 0)
  {
    if (name.text == time_name || find_builtin(name.text) != nullptr) {
      mistakes_.add("E0305", name.span, fmt::format("'{}' is a word of the language", name.text),
                    "Choose another name.");
      return;
    }
    const auto [entry, is_new] =
        declared_.emplace(name.text, Declaration{kind, name.span, num_args});
    if (is_new) return;
    mistakes_.add("E0301", name.span, fmt::format("'{}' is declared twice", name.text),
                  fmt::format("It is {} in line {}; choose another name.",
                              text_of(entry->second.kind), entry->second.span.line));
  }

  void resolve_function(SyntaxFormula& function)
  {
    Scope scope{true, {}};
    for (const SyntaxName& arg : function.args) {
      if (declared_.count(arg.text) > 0 || !scope.tags.insert(arg.text).second) {
        mistakes_.add("E0301", arg.span,
                      fmt::format("the argument '{}' has the name of something else", arg.text),
                      "Choose another name.");
      }
    }
    resolve(function.value, scope);
  }

  void resolve_rates(SyntaxRule& rule)
  {
    for (std::size_t i = 0; i < rule.rates.size(); ++i) {
      const Scope scope = scope_of(i == 0 ? rule.reactants : rule.products);
      for (Expression& arg : rule.rates[i].args) resolve(arg, scope);
    }
  }

  void resolve(Expression& e, const Scope& scope)
  {
    if (e.kind == Expression::Kind::call && !e.args.empty() && takes_tags(e.name)) {
      return resolve_local(e, scope);
    }
    for (Expression& arg : e.args) resolve(arg, scope);
    if (e.kind == Expression::Kind::name) {
      resolve_name(e, scope);
    } else if (e.kind == Expression::Kind::call) {
      resolve_call(e, scope);
    }
  }

  bool takes_tags(const std::string& name) const
  {
    const auto found = declared_.find(name);
    return found != declared_.end() &&
           (found->second.kind == NameKind::observable || found->second.num_args > 0);
  }

  /// `Obs(x)`, or a local function of what tags name.
  void resolve_local(const Expression& e, const Scope& scope)
  {
    const Declaration& declaration = declared_.find(e.name)->second;
    const bool is_function = declaration.kind == NameKind::function;
    const std::size_t needed = is_function ? declaration.num_args : 1;
    if (!scope.is_varying) return report_varying(e, declaration.kind);
    if (e.args.size() != needed) return report_arguments(e, needed, needed);
    for (const Expression& arg : e.args) {
      if (arg.kind == Expression::Kind::name && scope.tags.count(arg.name) > 0) continue;
      const std::string name = model::to_string(arg);
      mistakes_.add(
          "E0307", arg.span,
          fmt::format("'{}' is no tag: '{}' is counted in what a tag names", name, e.name),
          "Name a species or a molecule of the rule with %x, and write x here.");
    }
  }

  void resolve_name(Expression& e, const Scope& scope)
  {
    if (find_builtin(e.name) != nullptr) {
      mistakes_.add("E0306", e.span, fmt::format("'{}' needs arguments", e.name),
                    fmt::format("Write {}(…).", e.name));
      return;
    }
    const auto found = declared_.find(e.name);
    if (scope.tags.count(e.name) > 0 && found == declared_.end()) {
      mistakes_.add("E0307", e.span, fmt::format("'{}' is a tag and has no value", e.name),
                    "Give it to an observable or a local function: Obs(x).");
      return;
    }
    if (found == declared_.end() && e.name == "t" && scope.is_varying) return use_time(e);
    if (found == declared_.end()) return resolve_undeclared(e);
    if (found->second.num_args > 0) {
      return report_arguments(e, found->second.num_args, found->second.num_args);
    }
    if (scope.is_varying || found->second.kind == NameKind::parameter) return;
    report_varying(e, found->second.kind);
  }

  /// Some programs call the time `t`.
  void use_time(Expression& e)
  {
    e.name = time_name;
    if (std::exchange(warned_of_time_, true)) return;
    mistakes_.warn("W0303", e.span, "nothing is named 't': it is read as the time", "Write time.");
  }

  void report_varying(const Expression& e, NameKind kind)
  {
    mistakes_.add(
        "E0304", e.span,
        fmt::format("'{}' is {}: it is not known before the simulation", e.name, text_of(kind)),
        "Parameters and initial amounts may only use parameters.");
  }

  /// A constant of the language, a placeholder, or a mistake.
  void resolve_undeclared(Expression& e)
  {
    if (e.name == "_pi" || e.name == "_e") {
      e.kind = Expression::Kind::number;
      e.number = e.name == "_pi" ? std::numbers::pi : std::numbers::e;
      e.name.clear();
    } else if (e.name.find(placeholder) != std::string::npos) {
      declared_.emplace(e.name, Declaration{NameKind::parameter, e.span});
      Expression one{Expression::Kind::number, 1.0, "", {}, e.span};
      placeholders_.push_back({{e.name, e.span}, std::move(one), {}, ""});
      placeholder_names_.push_back(e.name);
    } else {
      report_unknown(e, false);
    }
  }

  void warn_of_placeholders()
  {
    if (placeholder_names_.empty()) return;
    mistakes_.warn("W0301", first_placeholder(),
                   fmt::format("what a fit is to find has no value and is taken as 1: {}",
                               fmt::join(placeholder_names_, ", ")),
                   "Declare each as a parameter with its value.");
  }

  Span first_placeholder() const
  {
    const auto found = declared_.find(placeholder_names_.front());
    return found->second.span;
  }

  void resolve_call(Expression& e, const Scope& scope)
  {
    if (const Builtin* builtin = find_builtin(e.name)) return check_arguments(e, *builtin);
    if (e.args.empty() && (e.name == "_pi" || e.name == "_e")) return resolve_undeclared(e);
    const auto found = declared_.find(e.name);
    if (found == declared_.end()) return report_unknown(e, true);
    if (!e.args.empty()) {
      mistakes_.add("E0306", e.span,
                    fmt::format("'{}' is {} and takes no arguments", e.name,
                                text_of(found->second.kind)),
                    "If a product is meant, write the '*'.");
      return;
    }
    // As BioNetGen does, and programs that write its models: k() is k, whatever k is.
    e.kind = Expression::Kind::name;
    resolve_name(e, scope);
  }

  void check_arguments(const Expression& e, const Builtin& builtin)
  {
    if (e.args.size() >= builtin.least_args && e.args.size() <= builtin.most_args) return;
    report_arguments(e, builtin.least_args, builtin.most_args);
  }

  void report_arguments(const Expression& e, std::size_t least, std::size_t most)
  {
    mistakes_.add(
        "E0306", e.span,
        fmt::format("'{}' takes {}{} argument{}, not {}", e.name, least,
                    most > least ? " or more" : "", least == 1 ? "" : "s", e.args.size()));
  }

  void report_unknown(const Expression& e, bool is_call)
  {
    if (!unknown_.insert(e.name).second) return;
    std::vector<std::string> valid;
    if (is_call) {
      for (const Builtin& builtin : builtins()) valid.emplace_back(builtin.name);
    } else {
      for (const SyntaxFormula& p : syntax_.parameters) valid.push_back(p.name.text);
      for (const SyntaxObservable& o : syntax_.observables) valid.push_back(o.name.text);
    }
    for (const SyntaxFormula& f : syntax_.functions) valid.push_back(f.name.text);
    mistakes_.add("E0302", e.span,
                  fmt::format("there is no {} '{}'", is_call ? "function" : "name", e.name),
                  hint_for_unknown(e.name, is_call, valid));
  }

  static std::string hint_for_unknown(const std::string& name, bool is_call,
                                      const std::vector<std::string>& valid)
  {
    const bool is_rate_law = name == "MM" || name == "Sat" || name == "Hill";
    if (is_call && is_rate_law) return "This law stands alone as the rate of a rule.";
    if (is_call && name == "log") return "Write ln or log10.";
    if (nearest_name(name, valid)) return suggest(name, valid);
    return is_call ? "Declare it in the block 'functions'."
                   : "Declare it as a parameter, an observable or a function.";
  }

  SyntaxModel& syntax_;
  std::unordered_map<std::string, Declaration> declared_;
  std::vector<SyntaxFormula> placeholders_;
  std::vector<std::string> placeholder_names_;
  bool warned_of_time_ = false;
  std::set<std::string> unknown_;  // reported already, or declared in a line that cannot be read
  Mistakes& mistakes_;
};

}  // namespace

void check_names(SyntaxModel& syntax, Mistakes& mistakes) { NameChecker(syntax, mistakes).run(); }

}  // namespace rascade::language
