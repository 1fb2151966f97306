// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/knowledge/quantity.hpp"

namespace rascade::knowledge {

/// A cell that stands for a claim's context: what a tumour file's cell would say.
struct ClaimCell {
  std::string name;
  std::string cancer;                  // cancers.tsv
  std::vector<std::string> alleles;    // `KRAS G12C`, `KRAS G12C x2`; of variants.tsv
  std::vector<std::string> levels;     // `copies_EGFR high`; of levels.tsv
  Provenance origin;
  Span span;
};

/// A context as the claims write it, and the cells on which a claim about it must hold, each of
/// them; without cells, `missing` says which parts it waits for.
struct ClaimContext {
  std::string context;
  std::vector<std::string> cells;
  std::vector<std::string> missing;
  std::string note;
  Span span;
};

/// What one token of a perturbation does; several rows of one token act together.
///
/// kind: `drug` (target: drugs.tsv, at its mean free concentration of the clinic), `parameter`
/// (target: a parameter or template, changed by `change` and `amount`), `gene` (target: a gene of
/// genes.tsv, whose copies, mutant and wild-type, are scaled by `amount`), or as Route::kind
/// `second_site`, `new_allele`, `amplification` (target: `GENE VARIANT` or `GENE`), `alteration`
/// (target: `GENE VARIANT` of a gene without alleles), `none` (nothing happens), or `missing`.
struct Perturbation {
  std::string token, kind, target;
  std::string needs;                   // `KRAS G12C`: only cells that carry it; empty: every cell
  Change change = Change::scale;
  Quantity amount;
  std::vector<std::string> missing;
  Span span;
};

/// How a read-out is computed.
///
/// kind: `level` (output at the time), `change` (the same relative to the untreated cell),
/// `course` (output over time, for shapes; two arms compare how far it comes back from its lowest
/// point), `growth` (mean growth signal), `drug_effect` (fall of `output` that the drugs common to
/// both arms cause in each), `fall` (that all of an arm causes), `drug_rise` (the opposite of
/// `drug_effect`), `rate` (a parameter), `trial` (output: ORR, PFS, best_change, progressed or
/// `route:NAME`, the share of progressions by that route, of a virtual cohort), `table` (a value of
/// the tables), `missing`.
struct Readout {
  std::string name, kind, output;      // output: observables, functions, sums and a ratio of them
  double time_h = 0;
  double low = 0, high = 0;            // the read-out's range, in the output's unit
  std::string unit;
  std::string benefit;                 // of a higher value for the patient: `up`, `down` or empty
  std::vector<std::string> missing;
  std::string note;
  Span span;
};

/// A statement of the review as an experiment.
struct Claim {
  std::string id;                      // C001
  std::string statement;               // G001: rows of one printed statement
  std::string section;
  std::string level;                   // molecular | cell | population | clinical
  std::string kind;   // qualitative-direction | ordering | necessity | frequency | quantitative
  std::string basis;  // of the row in the review: stated | derived | proposed | table2-only
  std::string context, a, b;  // tokens joined by ` + `; `cell:NAME` moves an arm to another cell
  std::vector<std::string> more;       // further arms, for orders
  std::string base;                    // for necessity: the arm without the effect; empty otherwise
  std::string control;                 // for `b~a`: an arm that must move the read-out
  std::string readout;
  std::optional<double> time_h;        // instead of the read-out's own
  std::string expected;                // see claims::parse_relation
  std::vector<std::string> parts;      // what it needs, of parts.tsv
  std::vector<std::string> refs;
  std::string row_hash;                // of the row it was made from, 16 hex digits
  std::string doubt;                   // why the row is thought wrong; empty: it is not
  std::string note;
  Span span;
};

struct ClaimBook {
  std::vector<ClaimCell> cells;
  std::vector<ClaimContext> contexts;
  std::vector<Perturbation> perturbations;
  std::vector<Readout> readouts;
  std::vector<Claim> claims;
};

}  // namespace rascade::knowledge
