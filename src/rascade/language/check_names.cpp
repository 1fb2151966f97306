// SPDX-License-Identifier: MIT
#include "rascade/language/check_names.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/builtins.hpp"

namespace rascade::language {
namespace {

using model::Expression;

constexpr std::string_view time_name = "time";

enum class NameKind : std::uint8_t { parameter, observable, function, time };

enum class Scope : std::uint8_t { constant, varying };

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
    for (const SyntaxFormula& p : syntax_.parameters) declare(p.name, NameKind::parameter);
    for (const SyntaxObservable& o : syntax_.observables) declare(o.name, NameKind::observable);
    for (const SyntaxFormula& f : syntax_.functions) declare(f.name, NameKind::function);
    for (SyntaxFormula& p : syntax_.parameters) resolve(p.value, Scope::constant);
    for (SyntaxSeed& seed : syntax_.seeds) resolve(seed.amount, Scope::constant);
    for (SyntaxFormula& f : syntax_.functions) resolve(f.value, Scope::varying);
    for (SyntaxRule& rule : syntax_.rules) {
      for (Expression& rate : rule.rates) resolve(rate, Scope::varying);
    }
  }

 private:
  struct Declaration {
    NameKind kind;
    Span span;
  };

  void declare(const SyntaxName& name, NameKind kind)
  {
    if (name.text == time_name || find_builtin(name.text) != nullptr) {
      mistakes_.add("E0305", name.span, fmt::format("'{}' is a word of the language", name.text),
                    "Choose another name.");
      return;
    }
    const auto [entry, is_new] = declared_.emplace(name.text, Declaration{kind, name.span});
    if (is_new) return;
    mistakes_.add("E0301", name.span, fmt::format("'{}' is declared twice", name.text),
                  fmt::format("It is {} in line {}; choose another name.",
                              text_of(entry->second.kind), entry->second.span.line));
  }

  void resolve(Expression& e, Scope scope)
  {
    for (Expression& arg : e.args) resolve(arg, scope);
    if (e.kind == Expression::Kind::name) {
      resolve_name(e, scope);
    } else if (e.kind == Expression::Kind::call) {
      resolve_call(e, scope);
    }
  }

  void resolve_name(const Expression& e, Scope scope)
  {
    if (find_builtin(e.name) != nullptr) {
      mistakes_.add("E0306", e.span, fmt::format("'{}' needs arguments", e.name),
                    fmt::format("Write {}(…), without a blank before the parenthesis.", e.name));
      return;
    }
    const auto found = declared_.find(e.name);
    if (found == declared_.end()) return report_unknown(e, false);
    if (scope == Scope::varying || found->second.kind == NameKind::parameter) return;
    mistakes_.add("E0304", e.span,
                  fmt::format("'{}' is {}: it is not known before the simulation", e.name,
                              text_of(found->second.kind)),
                  "Parameters and initial amounts may only use parameters.");
  }

  void resolve_call(Expression& e, Scope scope)
  {
    if (const Builtin* builtin = find_builtin(e.name)) return check_arguments(e, *builtin);
    const auto found = declared_.find(e.name);
    if (found == declared_.end()) return report_unknown(e, true);
    if (found->second.kind == NameKind::parameter || !e.args.empty()) {
      mistakes_.add("E0306", e.span,
                    fmt::format("'{}' is {} and takes no {}", e.name, text_of(found->second.kind),
                                e.args.empty() ? "parentheses" : "arguments"),
                    e.args.empty() ? fmt::format("Write {}.", e.name)
                                   : "If a product is meant, write the '*'.");
      return;
    }
    e.kind = Expression::Kind::name;
    resolve_name(e, scope);
  }

  void check_arguments(const Expression& e, const Builtin& builtin)
  {
    if (e.args.size() >= builtin.least_args && e.args.size() <= builtin.most_args) return;
    mistakes_.add("E0306", e.span,
                  fmt::format("'{}' takes {} argument{}, not {}", e.name, builtin.least_args,
                              builtin.least_args == 1 ? "" : "s", e.args.size()));
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
    if (is_call && is_rate_law) return "Write the rate law as a function of observables.";
    if (nearest_name(name, valid)) return suggest(name, valid);
    return is_call ? "Declare it in the block 'functions'."
                   : "Declare it as a parameter, an observable or a function.";
  }

  SyntaxModel& syntax_;
  std::unordered_map<std::string, Declaration> declared_;
  std::set<std::string> unknown_;  // reported already, or declared in a line that cannot be read
  Mistakes& mistakes_;
};

}  // namespace

void check_names(SyntaxModel& syntax, Mistakes& mistakes) { NameChecker(syntax, mistakes).run(); }

}  // namespace rascade::language
