// SPDX-License-Identifier: MIT
#include "rascade/pathway/assemble.hpp"

#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/network/expand.hpp"
#include "rascade/network/present_seeds.hpp"
#include "rascade/pathway/template.hpp"

namespace rascade::pathway {
namespace {

constexpr std::array<std::string_view, 6> block_order{
    "parameters", "molecule types", "seed species", "observables", "functions", "reaction rules"};

using Blocks = std::map<std::string, std::string, std::less<>>;

/// Adds each block's lines to the block of the same name; text outside blocks is dropped.
void merge_blocks(std::string_view text, Blocks& blocks)
{
  std::string* open = nullptr;
  for (const std::string_view line : split(text, '\n')) {
    const std::string_view words = trim(line);
    if (words.starts_with("begin ")) {
      open = &blocks[std::string(trim(words.substr(6)))];
    } else if (words.starts_with("end ")) {
      open = nullptr;
    } else if (open != nullptr && !words.empty() && !words.starts_with('#')) {
      *open += fmt::format("  {}\n", words);
    }
  }
}

std::set<std::string, std::less<>> words_of(const Blocks& blocks)
{
  std::set<std::string, std::less<>> words;
  for (const auto& [name, text] : blocks) {
    std::string word;
    for (const char c : text + " ") {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
        word += c;
      } else if (!word.empty()) {
        words.insert(std::exchange(word, ""));
      }
    }
  }
  return words;
}

struct Parts {
  std::vector<Instance> instances;
  RecipeBook book;
  TemplateValues values;
};

Parts make_parts(const knowledge::Knowledge& knowledge, const Cell& cell,
                 const std::vector<const knowledge::Drug*>& drugs)
{
  Parts parts;
  parts.instances = make_instances(knowledge, cell);
  parts.book = make_recipes(knowledge, cell, parts.instances, drugs);
  for (const Instance& instance : parts.instances) {
    parts.values.families[instance.family].push_back(instance.name);
  }
  return parts;
}

class Assembler {
 public:
  Assembler(const knowledge::Knowledge& knowledge, const Modules& modules, const Cell& cell,
            const std::vector<const knowledge::Drug*>& drugs)
      : knowledge_(knowledge), modules_(modules), drugs_(drugs), catalogue_(knowledge),
        parts_(make_parts(knowledge, cell, drugs))
  {
    parts_.values.is_on = [this](const std::string& parameter) {
      const auto found = parts_.book.find(parameter);
      return found != parts_.book.end() && found->second.value(catalogue_, {}) != 0;
    };
  }

  Checked<Assembly> run()
  {
    check_drugs();
    for (const std::string& module : modules_.cascade) add_module(module, "");
    for (const knowledge::Drug* drug : drugs_) {
      const knowledge::Mechanism* mechanism = knowledge_.find_mechanism(drug->mechanism);
      if (mechanism != nullptr) add_module(mechanism->module, identifier(drug->name));
    }
    if (!mistakes_.empty()) return std::move(mistakes_);
    return compile();
  }

 private:
  void check_drugs()
  {
    std::map<std::string, std::string> first;
    for (const knowledge::Drug* drug : drugs_) {
      const auto [seen, is_new] = first.emplace(drug->mechanism, drug->name);
      if (is_new) continue;
      mistakes_.push_back({Severity::error, "E0820", drug->origin.span,
                           fmt::format("{} and {} have the same mechanism; one model takes one of them",
                                       seen->second, drug->name),
                           "Give one of the two."});
    }
  }

  void add_module(const std::string& path, const std::string& drug)
  {
    const auto text = modules_.texts.find(path);
    const std::string file = modules_.folder + "/" + path;
    if (text == modules_.texts.end()) {
      mistakes_.push_back({Severity::error, "E0810", {file, 0, 0, 0}, "this module is missing",
                           "Add the file, or correct knowledge/mechanisms.tsv."});
      return;
    }
    TemplateValues values = parts_.values;
    if (!drug.empty()) values.words["drug"] = drug;
    const Checked<std::string> expanded = expand_template(text->second, file, values);
    if (expanded) {
      merge_blocks(*expanded, blocks_);
    } else {
      mistakes_.insert(mistakes_.end(), expanded.diagnostics().begin(), expanded.diagnostics().end());
    }
  }

  Checked<Assembly> compile()
  {
    std::vector<Recipe> recipes = used_recipes();
    std::string text = to_text(recipes);
    Checked<model::Model> parsed = language::parse_model(text, "assembled model");
    if (!parsed) return parsed.diagnostics();
    network::Expansion expansion(*parsed);
    std::vector<Diagnostic> mistakes = expansion.extend(network::present_seeds(*parsed));
    if (!mistakes.empty()) return mistakes;
    network::Network network = std::move(expansion).network();
    std::vector<std::string> inputs;
    for (const knowledge::Drug* drug : drugs_) inputs.push_back("C_" + identifier(drug->name));
    Checked<simulate::RateSystem> system = simulate::RateSystem::compile(network, inputs);
    if (!system) return system.diagnostics();
    std::vector<simulate::ParameterIndex> parameters;
    for (const Recipe& recipe : recipes) {
      parameters.push_back(system->find_parameter(recipe.name).value());
    }
    return Assembly{std::move(text), drugs_, std::move(recipes), std::move(parameters),
                    std::move(network), *std::move(system)};
  }

  std::vector<Recipe> used_recipes() const
  {
    const auto words = words_of(blocks_);
    std::vector<Recipe> recipes;
    for (const auto& [name, recipe] : parts_.book) {
      const bool is_input = recipe.template_name == "C_<drug>";
      if (is_input || words.contains(name)) recipes.push_back(recipe);
    }
    return recipes;
  }

  std::string to_text(const std::vector<Recipe>& recipes)
  {
    std::string parameters;
    for (const Recipe& recipe : recipes) {
      parameters +=
          fmt::format("  {} {}\n", recipe.name, format_number(recipe.value(catalogue_, {})));
    }
    Blocks blocks = blocks_;
    blocks["parameters"].insert(0, parameters);
    std::string text = "# Research use only. Molecules per cell, seconds, 1 pL.\nbegin model\n";
    for (const std::string_view name : block_order) {
      const auto block = blocks.find(name);
      if (block == blocks.end()) continue;
      text += fmt::format("begin {0}\n{1}end {0}\n", name, block->second);
    }
    return text + "end model\n";
  }

  const knowledge::Knowledge& knowledge_;
  const Modules& modules_;
  const std::vector<const knowledge::Drug*>& drugs_;
  Catalogue catalogue_;
  Parts parts_;
  Blocks blocks_;
  std::vector<Diagnostic> mistakes_;
};

}  // namespace

Checked<Assembly> assemble(const knowledge::Knowledge& knowledge, const Modules& modules,
                           const Cell& cell, const std::vector<const knowledge::Drug*>& drugs)
{
  return Assembler(knowledge, modules, cell, drugs).run();
}

}  // namespace rascade::pathway
