// SPDX-License-Identifier: MIT
#include "rascade/plan/tumour_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "rascade/base/text.hpp"

namespace rascade::plan {
namespace {

constexpr std::string_view normal_level = "normal";

template <class Rows, class Name>
std::vector<std::string> names_of(const Rows& rows, Name name)
{
  std::vector<std::string> names;
  for (const auto& row : rows) {
    const std::string next = name(row);
    if (std::find(names.begin(), names.end(), next) == names.end()) names.push_back(next);
  }
  return names;
}

std::vector<std::string> drug_names(const knowledge::Knowledge& knowledge)
{
  return names_of(knowledge.drugs, [](const knowledge::Drug& d) { return d.name; });
}

class Reader {
 public:
  Reader(const std::string& file, const knowledge::Knowledge& knowledge)
      : file_(file), knowledge_(knowledge)
  {
    tumour_.file = file;
  }

  Checked<TumourCase> run(const toml::table& table)
  {
    check_keys(table, {"name", "cancer", "genotype", "treatment", "prior", "cells", "copies",
                       "receptors", "environment"});
    tumour_.name = text_at(table, "name").value_or(file_);
    read_cancer(table);
    for_each_text(table, "genotype", [this](const std::string& t, const Span& s) { read_allele(t, s); });
    read_drugs(table, "treatment", tumour_.treatment);
    read_drugs(table, "prior", tumour_.prior);
    read_cells(table);
    read_copies(table);
    read_levels(table, "receptors", "copies_");
    read_levels(table, "environment", "ligand_");
    if (!mistakes_.empty()) return std::move(mistakes_);
    return std::move(tumour_);
  }

 private:
  Span span_of(const toml::source_region& region, std::size_t length = 1) const
  {
    return {file_, static_cast<std::uint32_t>(region.begin.line),
            static_cast<std::uint32_t>(region.begin.column), static_cast<std::uint32_t>(length)};
  }

  void report(std::string code, Span span, std::string message, std::string hint)
  {
    mistakes_.push_back({Severity::error, std::move(code), std::move(span), std::move(message),
                         std::move(hint)});
  }

  void check_keys(const toml::table& table, const std::vector<std::string>& allowed)
  {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
      report("E0902", span_of(key.source(), name.size()), fmt::format("unknown key '{}'", name),
             suggest(name, allowed));
    }
  }

  std::optional<std::string> text_at(const toml::table& table, std::string_view key)
  {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto text = node->value_exact<std::string>()) return text;
    report("E0903", span_of(node->source()), fmt::format("'{}' must be a text", key),
           "Put it in quotation marks.");
    return std::nullopt;
  }

  template <class Action>
  void for_each_text(const toml::table& table, std::string_view key, Action action)
  {
    const toml::node* node = table.get(key);
    if (node == nullptr) return;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      report("E0903", span_of(node->source()), fmt::format("'{}' must be a list of texts", key),
             fmt::format("Write {} = [\"…\"].", key));
      return;
    }
    for (const toml::node& element : *array) {
      const auto text = element.value_exact<std::string>();
      if (text) {
        action(*text, span_of(element.source(), text->size() + 2));
      } else {
        report("E0903", span_of(element.source()), fmt::format("'{}' holds something else than texts", key),
               "Put each entry in quotation marks.");
      }
    }
  }

  void read_cancer(const toml::table& table)
  {
    const std::vector<std::string> codes =
        names_of(knowledge_.cancers, [](const knowledge::Cancer& c) { return c.code; });
    const auto code = text_at(table, "cancer");
    if (!code) {
      if (table.get("cancer") == nullptr) {
        report("E0903", {file_, 0, 0, 0}, "the key 'cancer' is missing",
               fmt::format("Give one of {}.", fmt::join(codes, ", ")));
      }
      return;
    }
    tumour_.cell.cancer = *code;
    if (knowledge_.find_cancer(*code) != nullptr) return;
    report("E0904", span_of(table.get("cancer")->source(), code->size() + 2),
           fmt::format("unknown cancer type '{}'", *code), suggest(*code, codes));
  }

  /// "KRAS p.G12C", or with a second variant on the same copy "KRAS p.G12C + p.Y96D".
  std::optional<pathway::Allele> parse_allele(const std::string& text, const Span& span)
  {
    const std::size_t space = text.find(' ');
    const std::string gene = text.substr(0, space);
    if (knowledge_.find_gene(gene) == nullptr) {
      report("E0904", span, fmt::format("unknown gene '{}'", gene),
             suggest(gene, names_of(knowledge_.genes, [](const knowledge::Gene& g) { return g.name; })));
      return std::nullopt;
    }
    if (space == std::string::npos) {
      report("E0903", span, fmt::format("'{}' names a gene but no alteration", text),
             fmt::format("Write for instance \"{} p.…\".", gene));
      return std::nullopt;
    }
    pathway::Allele allele{gene, {}, 1};
    for (const std::string_view part : split(std::string_view(text).substr(space + 1), '+')) {
      const std::string name(trim(part));
      const knowledge::Variant* variant = knowledge_.find_variant(gene, name);
      if (variant == nullptr) {
        report("E0904", span, fmt::format("unknown alteration '{}' of {}", name, gene),
               suggest(name, variants_of(gene)));
        return std::nullopt;
      }
      allele.variants.push_back(variant->name);
    }
    return allele;
  }

  std::vector<std::string> variants_of(const std::string& gene) const
  {
    std::vector<std::string> names;
    for (const knowledge::Variant& v : knowledge_.variants) {
      if (v.gene == gene) names.push_back(v.name);
    }
    return names;
  }

  static std::string label(const pathway::Allele& allele)
  {
    return fmt::format("{} {}", allele.gene, fmt::join(allele.variants, " + "));
  }

  void read_allele(const std::string& text, const Span& span)
  {
    if (auto allele = parse_allele(text, span)) {
      tumour_.genotype.push_back(label(*allele));
      tumour_.cell.alleles.push_back(std::move(*allele));
    }
  }

  void read_drugs(const toml::table& table, std::string_view key,
                  std::vector<const knowledge::Drug*>& drugs)
  {
    for_each_text(table, key, [&](const std::string& name, const Span& span) {
      const Checked<const knowledge::Drug*> drug = find_drug(knowledge_, name, span);
      if (drug) {
        drugs.push_back(*drug);
      } else {
        mistakes_.push_back(drug.diagnostics().front());
      }
    });
  }

  std::optional<double> positive(const toml::node& node, std::string_view key, bool zero_allowed)
  {
    const auto number = node.value<double>();
    if (!number || node.is_string() || node.is_boolean()) {
      report("E0903", span_of(node.source()), fmt::format("'{}' must be a number", key),
             "Write it without quotation marks and without a unit.");
      return std::nullopt;
    }
    if (std::isfinite(*number) && (*number > 0 || (zero_allowed && *number == 0))) return number;
    report("E0905", span_of(node.source()), fmt::format("'{}' is {}, out of range", key, *number),
           zero_allowed ? "Give zero or more." : "Give a number above zero.");
    return std::nullopt;
  }

  void read_cells(const toml::table& table)
  {
    const toml::node* node = table.get("cells");
    if (node == nullptr) return;
    tumour_.cells = positive(*node, "cells", false);
    if (tumour_.cells && (*tumour_.cells < 1e3 || *tumour_.cells > 1e13)) {
      report("E0905", span_of(node->source()), fmt::format("'cells' is {}, out of range", *tumour_.cells),
             "Give between 1e3 and 1e13 tumour cells; 1e9 are about 1 cm3.");
    }
  }

  const toml::table* subtable(const toml::table& table, std::string_view key)
  {
    const toml::node* node = table.get(key);
    if (node == nullptr) return nullptr;
    if (node->as_table() == nullptr) {
      report("E0903", span_of(node->source()), fmt::format("'{}' must be a table", key),
             fmt::format("Write [{}] on a line of its own.", key));
    }
    return node->as_table();
  }

  void read_copies(const toml::table& table)
  {
    const toml::table* copies = subtable(table, "copies");
    if (copies == nullptr) return;
    for (const auto& [key, node] : *copies) {
      const std::string name(key.str());
      const Span span = span_of(key.source(), name.size());
      const auto number = positive(node, name, true);
      if (number) set_copies(name, span, *number);
    }
  }

  void set_copies(const std::string& name, const Span& span, double copies)
  {
    if (name.find(' ') == std::string::npos) {
      if (knowledge_.find_gene(name) != nullptr) {
        tumour_.cell.wild_type_copies[name] = copies;
      } else {
        report("E0904", span, fmt::format("unknown gene '{}'", name),
               suggest(name, names_of(knowledge_.genes, [](const knowledge::Gene& g) { return g.name; })));
      }
      return;
    }
    const auto wanted = parse_allele(name, span);
    if (!wanted) return;
    const auto allele = std::find_if(
        tumour_.cell.alleles.begin(), tumour_.cell.alleles.end(), [&](const pathway::Allele& a) {
          return a.gene == wanted->gene && a.variants == wanted->variants;
        });
    if (allele == tumour_.cell.alleles.end()) {
      report("E0904", span, fmt::format("'{}' has copies but is not in the genotype", name),
             "Add it to 'genotype'.");
    } else {
      allele->copies = copies;
    }
  }

  void read_levels(const toml::table& table, std::string_view key, std::string_view prefix)
  {
    const toml::table* levels = subtable(table, key);
    if (levels == nullptr) return;
    for (const auto& [name_key, node] : *levels) {
      const std::string name(name_key.str());
      const auto level = node.value_exact<std::string>();
      if (!level) {
        report("E0903", span_of(node.source()), fmt::format("'{}' must be a text", name),
               "Write low, normal or high in quotation marks.");
        continue;
      }
      set_level(std::string(prefix), name, *level, span_of(name_key.source(), name.size()),
                span_of(node.source(), level->size() + 2));
    }
  }

  void set_level(const std::string& prefix, const std::string& name, const std::string& level,
                 const Span& name_span, const Span& level_span)
  {
    std::vector<std::string> names;
    std::vector<std::string> allowed;
    for (const knowledge::Level& row : knowledge_.levels) {
      if (!row.parameter.starts_with(prefix)) continue;
      const std::string known = row.parameter.substr(prefix.size());
      if (std::find(names.begin(), names.end(), known) == names.end()) names.push_back(known);
      if (known == name) allowed.push_back(row.level);
    }
    if (allowed.empty()) {
      report("E0904", name_span, fmt::format("unknown name '{}'", name), suggest(name, names));
    } else if (std::find(allowed.begin(), allowed.end(), level) == allowed.end()) {
      report("E0904", level_span, fmt::format("unknown level '{}'", level), suggest(level, allowed));
    } else {
      tumour_.cell.levels[prefix + name] = level;
      if (level != normal_level) {
        tumour_.environment.push_back(fmt::format(
            "{} {} {}", name, prefix == "ligand_" ? "ligand" : "receptor", level));
      }
    }
  }

  const std::string& file_;
  const knowledge::Knowledge& knowledge_;
  TumourCase tumour_;
  std::vector<Diagnostic> mistakes_;
};

std::string level_lines(const knowledge::Knowledge& knowledge, const std::string& prefix)
{
  std::string lines;
  for (const knowledge::Level& row : knowledge.levels) {
    if (!row.parameter.starts_with(prefix) || row.level != normal_level) continue;
    lines += fmt::format("{} = \"{}\"\n", row.parameter.substr(prefix.size()), normal_level);
  }
  return lines;
}

}  // namespace

Checked<TumourCase> read_tumour(std::string_view text, const std::string& file,
                                const knowledge::Knowledge& knowledge)
{
  try {
    return Reader(file, knowledge).run(toml::parse(text, file));
  } catch (const toml::parse_error& error) {
    const toml::source_region& at = error.source();
    return Diagnostic{Severity::error, "E0901",
                      {file, static_cast<std::uint32_t>(at.begin.line),
                       static_cast<std::uint32_t>(at.begin.column), 1},
                      std::string(error.description()), "A tumour file is TOML; see 'rascade new'."};
  }
}

Checked<const knowledge::Drug*> find_drug(const knowledge::Knowledge& knowledge, std::string_view name,
                                          const Span& span)
{
  if (const knowledge::Drug* drug = knowledge.find_drug(name)) return drug;
  return Diagnostic{Severity::error, "E0904", span, fmt::format("unknown drug '{}'", name),
                    suggest(name, drug_names(knowledge))};
}

std::string tumour_template(const knowledge::Knowledge& knowledge)
{
  std::string cancers;
  for (const knowledge::Cancer& c : knowledge.cancers) {
    cancers += fmt::format("#   {:<12} {}\n", c.code, c.name);
  }
  std::string variants;
  for (const knowledge::Gene& gene : knowledge.genes) {
    std::vector<std::string> names;
    for (const knowledge::Variant& v : knowledge.variants) {
      if (v.gene == gene.name) names.push_back(v.name);
    }
    if (!names.empty()) variants += fmt::format("#   {:<8} {}\n", gene.name, fmt::join(names, ", "));
  }
  const knowledge::Variant& first = knowledge.variants.front();
  return fmt::format(
      R"(# A tumour, as Rascade reads it. Research use only.
name = "my tumour"

# Cancer type (OncoTree code):
{}cancer = "{}"

# Alterations, as gene and variant:
{}genotype = ["{} p.{}"]

# The treatment to be judged; without it the best single drug is. Known drugs:
#   {}
treatment = []
# Drugs given before; they are not proposed again.
prior = []
# Tumour cells in the measured lesions at the start (1e9 are about 1 cm3); optional.
# cells = 3e9

[copies]          # altered copies, and wild-type copies that are left
"{} p.{}" = 1
"{}" = 1

[receptors]       # low, normal, high: relative to the cancer type
{}
[environment]     # ligand around the cells: low, normal, high
{})",
      cancers, knowledge.cancers.front().code, variants, first.gene, first.name,
      fmt::join(drug_names(knowledge), ", "), first.gene, first.name, first.gene,
      level_lines(knowledge, "copies_"), level_lines(knowledge, "ligand_"));
}

}  // namespace rascade::plan
