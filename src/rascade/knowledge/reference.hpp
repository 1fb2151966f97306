// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"

namespace rascade::knowledge {

/// `Bee BB` as surname and initials; a name of another form is a group's, and all surname.
struct Author {
  std::string surname, initials;
};

/// Where facts and numbers come from. Columns of references.tsv, as written.
struct Reference {
  std::string key;
  std::string kind;     // article | label | abstract | review | fit | none
  std::string authors;  // `Ada A; Bee BB; et al.`, `;` between people
  std::string year, title;
  std::string journal;      // `Nature 575:217`
  std::string doi, pmid;    // without `doi:` or `pmid:`
  std::string review;       // number in the review's own list; 0: the review itself; or empty
  std::string established;  // how we know: page | registry | memory | context | no
  std::string note;
  Span span;

  /// The surnames, then the rest: `Bee et al. 2021, A title, Nature 575:217`. Says so where the
  /// work behind a number of the review is not known.
  [[nodiscard]] std::string citation() const;
  /// `doi:…`, else `pmid:…`, else nothing.
  [[nodiscard]] std::string identifier() const;
  /// Where to read it; empty without an identifier.
  [[nodiscard]] std::string url() const;
  /// Without the `et al.` that stands for the rest.
  [[nodiscard]] std::vector<Author> author_list() const;
  [[nodiscard]] bool has_more_authors() const;  // ends in `et al.`
};

}  // namespace rascade::knowledge
