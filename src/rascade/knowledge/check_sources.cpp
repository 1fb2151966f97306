// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <set>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

/// A key or alias as a row gives it.
struct Citation {
  const std::string* key;
  const Span* span;
};

/// Every citation of the tables, in their order.
class Citations {
 public:
  explicit Citations(const Knowledge& k)
  {
    add_quantities(k);
    add_drugs(k);
    add_review(k);
    add_claims(k.claims);
  }
  [[nodiscard]] const std::vector<Citation>& all() const { return all_; }

 private:
  void add(const Provenance& origin) { all_.push_back({&origin.source, &origin.span}); }
  void add_all(const std::map<std::string, Quantity>& quantities)
  {
    for (const auto& [name, quantity] : quantities) add(quantity.origin);
  }
  template <class T>
  void add_refs(const std::vector<T>& rows)
  {
    for (const T& row : rows) {
      for (const std::string& ref : row.refs) all_.push_back({&ref, &row.span});
    }
  }

  void add_quantities(const Knowledge& k)
  {
    for (const Parameter& p : k.parameters) add(p.quantity.origin);
    for (const Gene& g : k.genes) add(g.abundance_per_copy.origin);
    for (const Variant& v : k.variants) {
      for (const VariantEffect& e : v.effects) add(e.quantity.origin);
    }
    for (const Cancer& c : k.cancers) add_all(c.parameters);
    for (const Level& l : k.levels) add(l.factor.origin);
    for (const Route& r : k.routes) add(r.rate.origin);
    for (const TrialRow& t : k.trials) add(t.origin);
    for (const Baseline& b : k.baselines) add(b.share.origin);
  }

  void add_drugs(const Knowledge& k)
  {
    for (const Drug& d : k.drugs) {
      add(d.origin);
      add_all(d.parameters);
      add_all(d.pharmacokinetics);
    }
  }

  void add_review(const Knowledge& k)
  {
    add_refs(k.therapies);
    add_refs(k.alterations);
    add_refs(k.regulators);
    add_refs(k.nodes);
    add_refs(k.edges);
    add_refs(k.figures);
    add_refs(k.conflicts);
  }

  void add_claims(const ClaimBook& book)
  {
    for (const ClaimCell& cell : book.cells) add(cell.origin);
    for (const Perturbation& p : book.perturbations) {
      if (!p.amount.origin.source.empty()) add(p.amount.origin);  // not all change by an amount
    }
    add_refs(book.claims);
  }

  std::vector<Citation> all_;
};

}  // namespace

void check_sources(Reading& reading)
{
  const bool is_complete = reading.mistakes.empty();
  const Knowledge& k = reading.knowledge;
  const std::vector<std::string> keys = names_of(k.references, &Reference::key);
  std::set<const Reference*> used;
  const Citations citations(k);
  for (const Citation& citation : citations.all()) {
    const Reference* found = k.find_reference(*citation.key);
    used.insert(found);
    if (keys.empty() || found != nullptr) continue;
    reading.mistakes.push_back({Severity::error, "E0712", *citation.span,
                                fmt::format("unknown source '{}'", *citation.key),
                                suggest(*citation.key, keys)});
  }
  if (!is_complete) return;  // a row that was not read may be the one that cites
  for (const Reference& r : k.references) {
    if (used.contains(&r) || !r.review.empty()) continue;
    reading.mistakes.push_back({Severity::error, "E0713", r.span,
                                fmt::format("nothing cites the source '{}'", r.key),
                                "Delete the row."});
  }
}

}  // namespace rascade::knowledge
