// SPDX-License-Identifier: MIT
#include "rascade/language/check_compartments.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

using model::Compartment;

class CompartmentChecker {
 public:
  CompartmentChecker(std::vector<SyntaxCompartment>& syntax, Mistakes& mistakes)
      : syntax_(syntax), mistakes_(mistakes)
  {
  }

  std::vector<Compartment> run()
  {
    for (SyntaxCompartment& compartment : syntax_) add(compartment);
    for (const SyntaxCompartment& compartment : syntax_) set_outside(compartment);
    for (std::size_t i = 0; i < found_.size(); ++i) check_circle(i);
    return std::move(found_);
  }

 private:
  void add(SyntaxCompartment& syntax)
  {
    const auto [first, is_new] = position_.emplace(syntax.name.text, found_.size());
    if (!is_new) {
      mistakes_.add("E0510", syntax.name.span,
                    fmt::format("compartment '{}' is declared twice", syntax.name.text),
                    fmt::format("It is declared in line {}.", found_[first->second].span.line));
      return;
    }
    found_.push_back({syntax.name.text, syntax.dimensions, std::move(syntax.size), model::nowhere,
                      syntax.name.span, syntax.unit});
  }

  void set_outside(const SyntaxCompartment& syntax)
  {
    if (!syntax.outside) return;
    const auto outside = position_.find(syntax.outside->text);
    if (outside == position_.end()) {
      std::vector<std::string> valid;
      for (const Compartment& compartment : found_) valid.push_back(compartment.name);
      mistakes_.add("E0511", syntax.outside->span,
                    fmt::format("there is no compartment '{}'", syntax.outside->text),
                    suggest(syntax.outside->text, valid));
      return;
    }
    Compartment& compartment = found_[position_.at(syntax.name.text)];
    compartment.outside = static_cast<std::int32_t>(outside->second);
    if (found_[outside->second].dimensions != compartment.dimensions) return;
    mistakes_.add("E0512", syntax.outside->span,
                  fmt::format("'{}' cannot be around '{}': both have {} dimensions",
                              syntax.outside->text, syntax.name.text, compartment.dimensions),
                  "A volume lies within a surface, a surface within a volume.");
  }

  void check_circle(std::size_t start)
  {
    std::int32_t at = found_[start].outside;
    for (std::size_t i = 0; i < found_.size() && at != model::nowhere; ++i) {
      if (static_cast<std::size_t>(at) == start) {
        mistakes_.add("E0512", found_[start].span,
                      fmt::format("'{}' lies within itself", found_[start].name));
        return;
      }
      at = found_[static_cast<std::size_t>(at)].outside;
    }
  }

  std::vector<SyntaxCompartment>& syntax_;
  std::vector<Compartment> found_;
  std::map<std::string, std::size_t> position_;
  Mistakes& mistakes_;
};

}  // namespace

std::vector<Compartment> check_compartments(std::vector<SyntaxCompartment>& compartments,
                                            Mistakes& mistakes)
{
  return CompartmentChecker(compartments, mistakes).run();
}

}  // namespace rascade::language
