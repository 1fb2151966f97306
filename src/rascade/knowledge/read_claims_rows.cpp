// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_claims.hpp"
#include "rascade/knowledge/read_items.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> claim_columns{"id",    "statement", "section",  "level",  "kind",
                                             "basis", "context",   "a",        "b",      "more",
                                             "base",  "control",   "readout",  "time_h", "expected",
                                             "parts", "refs",      "row_hash", "doubt",  "note"};
const std::vector<std::string> levels{"molecular", "cell", "population", "clinical"};
const std::vector<std::string> claim_kinds{"qualitative-direction", "ordering", "necessity",
                                           "frequency", "quantitative"};
const std::vector<std::string> claim_bases{"stated", "derived", "proposed", "table2-only"};

constexpr double latest_h = 1e5;

/// As many of the SHA-256 of its row as tell claims apart.
constexpr std::size_t hash_digits = 16;

bool is_hash(std::string_view text)
{
  return text.size() == hash_digits && std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return std::isdigit(c) != 0 || (c >= 'a' && c <= 'f');
         });
}

class ClaimReader {
 public:
  explicit ClaimReader(Reading& reading)
      : knowledge_(reading.knowledge),
        table_(reading.folder, "claims/claims.tsv", claim_columns, reading.mistakes),
        contexts_(names_of(knowledge_.claims.contexts, &ClaimContext::context)),
        readouts_(names_of(knowledge_.claims.readouts, &Readout::name)),
        parts_(names_of(knowledge_.parts, &Part::name)),
        tokens_(names_of(knowledge_.claims.perturbations, &Perturbation::token))
  {
    for (const ClaimCell& cell : knowledge_.claims.cells) tokens_.push_back("cell:" + cell.name);
    for (const Alteration& one : knowledge_.alterations) tokens_.push_back("mut:" + one.id);
    for (const Therapy& therapy : knowledge_.therapies) tokens_.push_back(therapy.id);
  }

  void read()
  {
    std::set<std::string> taken;
    for (const Row& row : table_.rows()) {
      table_.check_new(row, "id", table_.name(row, "id"), taken);
      check_names(row);
      knowledge_.claims.claims.push_back(claim(row));
    }
  }

 private:
  void check_names(const Row& row)
  {
    table_.check_known(row, "context", "context", table_.name(row, "context"), contexts_);
    table_.check_known(row, "readout", "read-out", table_.name(row, "readout"), readouts_);
    static_cast<void>(table_.name(row, "a"));
    static_cast<void>(table_.name(row, "b"));
    for (const std::string_view column : {"a", "b", "base", "control"}) {
      check_arm(row, column, table_.text(row, column));
    }
    for (const std::string& arm : table_.list(row, "more")) check_arm(row, "more", arm);
    if (is_hash(table_.text(row, "row_hash"))) return;
    table_.report(row, "row_hash", "E0745",
                  fmt::format("'{}' is no hash of a row", table_.text(row, "row_hash")),
                  "Give 16 hexadecimal digits in lower case.");
  }

  /// Tokens joined by ` + `; `-` is no arm, which only `b` may be.
  void check_arm(const Row& row, std::string_view column, const std::string& arm)
  {
    if (arm.empty() || (arm == "-" && column == "b")) return;
    for (std::size_t begin = 0; begin <= arm.size();) {
      const std::size_t end = std::min(arm.find(" + ", begin), arm.size());
      check_token(row, column, arm.substr(begin, end - begin));
      begin = end + 3;
    }
  }

  void check_token(const Row& row, std::string_view column, const std::string& token)
  {
    if (token.empty() || token == "-") {
      table_.report(row, column, "E0744", "an arm holds an empty token",
                    "Join tokens by ' + '; write 'none' for the untreated cell.");
      return;
    }
    // Without the review's tables, which hold the therapies, such a token cannot be judged.
    const bool is_therapy = token.find(':') == std::string::npos;
    if (is_therapy && knowledge_.therapies.empty()) return;
    table_.check_known(row, column, "token", token, tokens_);
  }

  Claim claim(const Row& row)
  {
    Claim one;
    one.id = table_.text(row, "id");
    one.statement = table_.name(row, "statement");
    one.section = table_.name(row, "section");
    one.level = table_.word(row, "level", levels);
    one.kind = table_.word(row, "kind", claim_kinds);
    one.basis = table_.word(row, "basis", claim_bases);
    one.context = table_.text(row, "context");
    one.a = table_.text(row, "a");
    one.b = table_.text(row, "b");
    one.more = table_.list(row, "more");
    one.base = table_.text(row, "base");
    one.control = table_.text(row, "control");
    one.readout = table_.text(row, "readout");
    if (!table_.text(row, "time_h").empty()) {
      one.time_h = table_.number_within(row, "time_h", 0, latest_h);
    }
    one.expected = table_.name(row, "expected");
    one.parts = read_items(table_, row, "parts", "part", parts_);
    one.refs = table_.list(row, "refs");
    one.row_hash = table_.text(row, "row_hash");
    one.doubt = table_.text(row, "doubt");
    one.note = table_.text(row, "note");
    one.span = table_.span(row, "id");
    return one;
  }

  Knowledge& knowledge_;
  Table table_;
  std::vector<std::string> contexts_, readouts_, parts_, tokens_;
};

}  // namespace

void read_claim_rows(Reading& reading) { ClaimReader(reading).read(); }

}  // namespace rascade::knowledge
