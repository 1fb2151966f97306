// SPDX-License-Identifier: MIT
#include "rascade/claims/perturb.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/plan/routes.hpp"

namespace rascade::claims {
namespace {

constexpr std::string_view cell_prefix = "cell:";
constexpr std::string_view alteration_prefix = "mut:";

bool carries(const pathway::Cell& cell, std::string_view gene, std::string_view variant)
{
  return std::any_of(cell.alleles.begin(), cell.alleles.end(), [&](const pathway::Allele& a) {
    return a.gene == gene && (variant.empty() || std::find(a.variants.begin(), a.variants.end(),
                                                           variant) != a.variants.end());
  });
}

/// `GENE VARIANT` or `GENE`.
std::pair<std::string, std::string> split_target(std::string_view target)
{
  const std::size_t space = target.find(' ');
  if (space == std::string_view::npos) return {std::string(target), ""};
  return {std::string(target.substr(0, space)), std::string(trim(target.substr(space + 1)))};
}

bool meets(const pathway::Cell& cell, const std::string& needs)
{
  if (needs.empty()) return true;
  const auto [gene, variant] = split_target(needs);
  return carries(cell, gene, variant);
}

bool alters_genotype(const std::string& kind)
{
  return kind == "second_site" || kind == "new_allele" || kind == "alteration";
}

class Perturber {
 public:
  Perturber(const knowledge::Knowledge& knowledge, const pathway::Cell& cell)
      : knowledge_(knowledge), result_{{cell, {}, {}, false}, cell, {}}
  {}

  Perturbed run(const std::vector<std::string>& tokens)
  {
    for (const std::string& token : tokens) {
      if (token.starts_with(cell_prefix)) start_from(token.substr(cell_prefix.size()));
    }
    for (const bool alterations : {true, false}) {
      for (const std::string& token : tokens) {
        if (!token.starts_with(cell_prefix)) act(token, alterations);
      }
    }
    put_drugs_in_order();
    return std::move(result_);
  }

 private:
  void fail(std::string reason, std::vector<std::string> missing = {})
  {
    result_.why_not.add({std::move(missing), std::move(reason)});
  }

  void start_from(const std::string& name)
  {
    const auto& cells = knowledge_.claims.cells;
    const auto found = std::find_if(cells.begin(), cells.end(),
                                    [&](const knowledge::ClaimCell& c) { return c.name == name; });
    if (found == cells.end()) return fail(fmt::format("no cell '{}'", name));
    result_.arm.cell = result_.origin = make_cell(*found);
  }

  void act(const std::string& token, bool alterations)
  {
    if (token == "none" || token == "vehicle" || token == "-" || token.empty()) return;
    if (is_alteration(token) != alterations) return;
    if (act_by_rows(token) || act_as_therapy(token) || act_as_drug(token)) return;
    if (act_as_alteration(token)) return;
    fail(fmt::format("nothing says what '{}' does", token));
  }

  bool is_alteration(const std::string& token) const
  {
    const auto rows = rows_of(token);
    if (rows.empty()) return token.starts_with(alteration_prefix);
    return std::any_of(rows.begin(), rows.end(), [](const knowledge::Perturbation* row) {
      return alters_genotype(row->kind);
    });
  }

  /// Rows of the first `needs` that the cell meets; any rows if it meets none.
  std::vector<const knowledge::Perturbation*> rows_of(const std::string& token) const
  {
    std::vector<const knowledge::Perturbation*> all, fitting;
    for (const knowledge::Perturbation& row : knowledge_.claims.perturbations) {
      if (row.token != token) continue;
      all.push_back(&row);
      const bool is_same = fitting.empty() || fitting.front()->needs == row.needs;
      if (is_same && meets(result_.arm.cell, row.needs)) fitting.push_back(&row);
    }
    return fitting.empty() ? all : fitting;
  }

  bool act_by_rows(const std::string& token)
  {
    const auto rows = rows_of(token);
    if (rows.empty()) return false;
    if (!meets(result_.arm.cell, rows.front()->needs)) {
      fail(fmt::format("'{}' needs {}", token, rows.front()->needs));
      return true;
    }
    for (const knowledge::Perturbation* row : rows) act_by(*row);
    return true;
  }

  void act_by(const knowledge::Perturbation& row)
  {
    if (row.kind == "missing" || !row.missing.empty()) {
      return fail(row.missing.empty() ? fmt::format("'{}' has no counterpart", row.token) : "",
                  row.missing);
    }
    if (row.kind == "none") return;
    if (row.kind == "drug") return add_drug(row.target);
    if (row.kind == "parameter") return add_tweak(Tweak::Kind::parameter, row);
    if (row.kind == "gene") return add_tweak(Tweak::Kind::gene, row);
    if (row.kind == "amplification") {
      const bool is_altered = carries(result_.arm.cell, split_target(row.target).first, "");
      return add_tweak(is_altered ? Tweak::Kind::mutant_copies : Tweak::Kind::gene, row);
    }
    alter(row.kind == "alteration" ? "gene" : row.kind, row.target);
  }

  void add_tweak(Tweak::Kind kind, const knowledge::Perturbation& row)
  {
    const std::string target =
        kind == Tweak::Kind::parameter ? row.target : split_target(row.target).first;
    result_.arm.tweaks.push_back({kind, target, row.change, &row.amount});
  }

  void alter(const std::string& kind, const std::string& target)
  {
    const auto [gene, named] = split_target(target);
    const knowledge::Variant* variant = knowledge_.find_variant(gene, named);
    if (variant == nullptr) return fail(fmt::format("no variant '{}'", target));
    if (carries(result_.arm.cell, gene, variant->name)) return;  // the cell has it already
    knowledge::Route route;
    route.kind = kind;
    route.gene = gene;
    route.variant = variant->name;
    auto altered = plan::altered_cell(knowledge_, result_.arm.cell, route);
    if (!altered) return fail(fmt::format("the cell cannot gain {} as {}", target, kind));
    result_.arm.cell = *std::move(altered);
  }

  bool act_as_therapy(const std::string& token)
  {
    const auto& all = knowledge_.therapies;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const knowledge::Therapy& t) { return t.id == token; });
    if (found == all.end()) return false;
    if (found->drug.empty()) {
      fail(found->missing.empty() ? fmt::format("'{}' has no drug", token) : "", found->missing);
    } else {
      add_drug(found->drug);
    }
    return true;
  }

  bool act_as_drug(const std::string& token)
  {
    if (knowledge_.find_drug(token) == nullptr) return false;
    add_drug(token);
    return true;
  }

  bool act_as_alteration(const std::string& token)
  {
    if (!token.starts_with(alteration_prefix)) return false;
    const std::string id = token.substr(alteration_prefix.size());
    const auto& all = knowledge_.alterations;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const knowledge::Alteration& a) { return a.id == id; });
    if (found == all.end()) return false;
    if (found->effect.empty()) {
      fail(found->missing.empty() ? fmt::format("'{}' has no effect", token) : "", found->missing);
    } else {
      alter(kind_of(*found), found->effect);
    }
    return true;
  }

  /// How an alteration without a row of its own comes about.
  std::string kind_of(const knowledge::Alteration& alteration) const
  {
    const std::string gene = split_target(alteration.effect).first;
    const knowledge::Gene* row = knowledge_.find_gene(gene);
    if (row == nullptr || row->family == "-") return "gene";
    const bool is_second = alteration.category.find("second-site") != std::string::npos;
    return is_second && carries(result_.arm.cell, gene, "") ? "second_site" : "new_allele";
  }

  void add_drug(const std::string& name)
  {
    const knowledge::Drug* drug = knowledge_.find_drug(name);
    if (drug == nullptr) return fail(fmt::format("no drug '{}'", name));
    auto& drugs = result_.arm.drugs;
    for (const knowledge::Drug* other : drugs) {
      if (other == drug) return;
      if (other->mechanism == drug->mechanism) {
        return fail(fmt::format("{} and {} have the same mechanism; a model takes one of them",
                                other->name, drug->name));
      }
    }
    drugs.push_back(drug);
  }

  /// Places in the table, so that `a + b` and `b + a` are one experiment.
  void put_drugs_in_order()
  {
    auto& drugs = result_.arm.drugs;
    std::sort(drugs.begin(), drugs.end());
  }

  const knowledge::Knowledge& knowledge_;
  Perturbed result_;
};

pathway::Allele make_allele(std::string_view text)
{
  auto [gene, variants] = split_target(trim(text));
  pathway::Allele allele{gene, {}, 1};
  const std::size_t times = variants.rfind(" x");
  if (times != std::string::npos) {
    allele.copies = parse_number(variants.substr(times + 2)).value_or(1);
    variants.resize(times);
  }
  for (const std::string_view variant : split(variants, '+')) {
    allele.variants.emplace_back(trim(variant));
  }
  return allele;
}

}  // namespace

void Unmodelled::add(const Unmodelled& other)
{
  for (const std::string& part : other.missing) {
    if (std::find(missing.begin(), missing.end(), part) == missing.end()) missing.push_back(part);
  }
  if (other.reason.empty() || reason.find(other.reason) != std::string::npos) return;
  reason += (reason.empty() ? "" : "; ") + other.reason;
}

std::vector<std::string> tokens_of(std::string_view text)
{
  std::vector<std::string> tokens;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t plus = std::min(text.find(" + ", from), text.size());
    const std::string_view token = trim(text.substr(from, plus - from));
    if (!token.empty()) tokens.emplace_back(token);
    from = plus + 3;
  }
  return tokens;
}

pathway::Cell make_cell(const knowledge::ClaimCell& claim)
{
  pathway::Cell cell;
  cell.cancer = claim.cancer;
  for (const std::string& text : claim.alleles) cell.alleles.push_back(make_allele(text));
  for (const std::string& text : claim.levels) {
    const auto [parameter, level] = split_target(text);
    cell.levels[parameter] = level;
  }
  return cell;
}

Perturbed perturb(const knowledge::Knowledge& knowledge, const pathway::Cell& cell,
                  const std::vector<std::string>& tokens)
{
  return Perturber(knowledge, cell).run(tokens);
}

}  // namespace rascade::claims
