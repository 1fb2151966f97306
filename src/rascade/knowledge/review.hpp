// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"

namespace rascade::knowledge {

/// What the review of the field knows, row by row: entities with names, relations and sources, most
/// of which the model does not hold yet. `refs` are keys or aliases of references.tsv (`r34` is the
/// row whose review number is 34). `missing` names the parts (parts.tsv) without which the model
/// cannot show the row's effect; it is empty where the model has what it needs.

/// A piece of biology that models may hold: the unit in which gaps are counted.
struct Part {
  std::string name, label;
  std::string state;                  // modelled | partly | missing
  std::vector<std::string> modules;   // BNGL files or program modules that hold it
  std::string note;
  Span span;
};

/// An agent or a class of agents.
struct Therapy {
  std::string id, name;
  std::vector<std::string> synonyms;
  std::string parent;                 // id of its class; its own id for a class without one
  std::string kind;                   // agent | class
  std::string target, target_state;   // the molecule, and the form of it that is bound
  std::string action;                 // how it works, in a sentence
  std::string modality;
  std::string drug;                   // of drugs.tsv: the row itself, or what stands for a class
  std::vector<std::string> missing;   // empty exactly if `drug` is not
  std::vector<std::string> cancers;   // of cancer_types.tsv
  std::string phase;
  std::vector<std::string> combinations;  // ids, of trials and approvals
  std::vector<std::string> preclinical;   // ids, of preclinical pairings
  std::vector<std::string> trials;        // registry numbers
  std::string sponsor, outcomes;
  std::vector<std::string> refs;
  std::string note;
  Span span;
};

/// A genetic or functional change of a tumour and what it does to therapies.
struct Alteration {
  std::string id;
  std::vector<std::string> genes;     // HGNC symbols
  std::string variant, hgvs;          // G12C, p.Gly12Cys; empty where it is not a protein variant
  std::string kind, category;
  std::string effect;                 // `GENE VARIANT` of variants.tsv, or `GENE`: its copies
  std::vector<std::string> missing;   // empty exactly if `effect` is not
  std::vector<std::string> resists, sensitive;  // therapy ids; `a + b` a combination
  std::string mechanism;
  std::vector<std::string> cancers;
  std::string context, evidence, frequency;
  std::vector<std::string> refs;
  std::string note;
  Span span;
};

/// A molecule or process by which cells adapt to therapy.
struct Regulator {
  std::string id, name, role;         // role: pro | contra resistance, or disputed
  std::vector<std::string> agents;    // therapy ids it answers to
  std::vector<std::string> cancers;
  std::string mechanism, level;
  std::vector<std::string> acts_on;   // nodes; `-` inhibits, `?` disputed
  std::vector<std::string> counter;   // therapy ids that act against it
  std::vector<std::string> missing;
  std::vector<std::string> refs;
  std::string note;
  Span span;
};

struct Node {
  std::string name, kind, compartment;
  std::vector<std::string> genes;     // HGNC symbols; empty for what is not a gene product
  std::string role;
  std::vector<std::string> parts;     // parts that hold it
  std::vector<std::string> refs;
  Span span;
};

struct Edge {
  std::string from, to;
  char sign = '+';                    // + - ?
  std::string basis;                  // stated | background
  std::vector<std::string> refs;
  Span span;
};

/// OncoTree code, name and everyday names.
struct CancerType {
  std::string code, name, parent;
  std::vector<std::string> synonyms;
  Span span;
};

/// HGNC symbol, name and everyday names.
struct GeneSymbol {
  std::string symbol, name;
  std::vector<std::string> synonyms;
  Span span;
};

/// A printed number.
struct Figure {
  std::string id, value, unit, what, context;
  std::vector<std::string> refs;
  std::string section;
  Span span;
};

/// Two statements of the review that cannot both be right, or a defect in one.
struct Conflict {
  std::string id, kind, subject, first, second;
  std::vector<std::string> claims;    // ids it touches
  std::vector<std::string> refs;
  std::string resolution;             // what is used here, and why
  Span span;
};

}  // namespace rascade::knowledge
