// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/base/diagnostic.hpp"
#include "rascade/knowledge/claim.hpp"
#include "rascade/knowledge/quantity.hpp"
#include "rascade/knowledge/reference.hpp"
#include "rascade/knowledge/review.hpp"

namespace rascade::knowledge {

struct Parameter {
  std::string name;
  Quantity quantity;
};
struct Gene {
  std::string name, family, pool;
  double copies = 2;
  Quantity abundance_per_copy;
};
/// One effect of an alteration: sets or scales a parameter named by a template with `<allele>` and
/// `<drug>`; `drug` is a drug's or a mechanism's name, or empty.
struct VariantEffect {
  std::string gene, variant, parameter, drug;
  Change change = Change::set;
  Quantity quantity;
};
struct Variant {
  std::string gene, name;
  std::vector<std::string> synonyms;
  std::vector<VariantEffect> effects;
};
struct Mechanism {
  std::string name, label, module, target, note;
  std::vector<std::string> classes;
};
struct Regimen {
  double dose_mg = 0;
  double interval_h = 0;  // 0: none
  double start_h = 0;
  int doses = 0;          // 0: until the end
};
struct Drug {
  std::string name, mechanism, regimen_text;
  std::vector<std::string> synonyms;
  double molecular_weight = 0;          // g/mol
  Regimen regimen;                      // from e.g. "960 mg PO QD"
  double fraction_unbound = 1;          // in plasma
  double medium_fraction_unbound = 1;   // in 10 % serum
  bool constant_exposure = false;       // exposure column: pk | constant
  std::map<std::string, Quantity> parameters;        // template names without `<drug>`: kon, Kd …
  std::map<std::string, Quantity> pharmacokinetics;  // CL_F V_F Vp_F Q_F ka F css_total_nM
  std::map<std::string, double> pk_cv_percent;       // between patients
  Provenance origin;
};
/// A counterfactual: switching a mechanism off by changing parameters; rows of one name belong
/// together.
struct SwitchEffect {
  std::string parameter;  // of the model, or a template of parameters.tsv
  Change change = Change::set;
  double value = 0;
};
struct Switch {
  std::string name, label, note;
  std::vector<std::string> nodes;  // of the review, that carry the mechanism (nodes.tsv)
  std::vector<SwitchEffect> effects;
};
struct Cancer {
  std::string code, name;  // OncoTree code
  std::map<std::string, Quantity> parameters;
};
struct Level {
  std::string parameter, level;
  Quantity factor;
};
/// kind: second_site | new_allele | amplification | gene | adaptive (then `variant` is a switch).
struct Route {
  std::string name, label, kind, gene, variant, copies, needs;
  Quantity rate;  // per division
};
/// What an untreated cell must look like to be plausible: a share of two model outputs.
struct Baseline {
  std::string name, numerator, denominator;
  Quantity share;
};
struct TrialRow {
  std::string trial, arm, cancer, genotype, line, use;
  std::optional<double> n, orr, orr_low, orr_high, pfs, pfs_low, pfs_high;  // %, months
  Provenance origin;
};

/// All tables, checked against each other. Row order is the files' order.
struct Knowledge {
  std::vector<Reference> references;
  std::vector<Parameter> parameters;
  std::vector<Gene> genes;
  std::vector<Variant> variants;
  std::vector<Mechanism> mechanisms;
  std::vector<Drug> drugs;
  std::vector<Switch> switches;
  std::vector<Cancer> cancers;
  std::vector<Level> levels;
  std::vector<Route> routes;
  std::vector<TrialRow> trials;
  std::vector<Baseline> baselines;
  // What the review says (review.hpp), and its claims as experiments (claim.hpp).
  std::vector<Part> parts;
  std::vector<Therapy> therapies;
  std::vector<Alteration> alterations;
  std::vector<Regulator> regulators;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<CancerType> cancer_types;
  std::vector<GeneSymbol> gene_symbols;
  std::vector<Figure> figures;
  std::vector<Conflict> conflicts;
  ClaimBook claims;
  std::string hash;  // 16 hex digits over the bytes of every table and model file, in name order

  [[nodiscard]] const Parameter* find_parameter(std::string_view name) const;
  [[nodiscard]] const Gene* find_gene(std::string_view name) const;
  /// By name or synonym (`G12C`, `p.G12C`, `p.Gly12Cys`).
  [[nodiscard]] const Variant* find_variant(std::string_view gene, std::string_view variant) const;
  [[nodiscard]] const Drug* find_drug(std::string_view name) const;  // by name or synonym
  [[nodiscard]] const Mechanism* find_mechanism(std::string_view name) const;
  [[nodiscard]] const Cancer* find_cancer(std::string_view code) const;
  [[nodiscard]] const Switch* find_switch(std::string_view name) const;
  /// By key, or by alias: `r34` is the row whose number in the review is 34.
  [[nodiscard]] const Reference* find_reference(std::string_view key) const;
};

/// Reads `folder`/*.tsv; reports every bad cell at once (E0701 to E0715, E0731), sorted by place: missing
/// or unknown column, bad number, unknown unit, low > value or value > high, duplicate name, unknown
/// source, and names of genes, variants, drugs, mechanisms, parameters … no other table holds. The
/// tables of `folder`/review are optional together (read_review.cpp; also E0721 to E0723).
/// @param models  folder of the BNGL modules, part of the hash
[[nodiscard]] Checked<Knowledge> load_knowledge(const std::string& folder,
                                                const std::string& models);

}  // namespace rascade::knowledge
