// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/service/session.hpp"

namespace rascade::service {

/// A question to the review: `drug NAME`, `gene NAME`, `variant GENE:VARIANT`, `regulator NAME`,
/// `escape 'THERAPY @ TUMOUR'`, `combine 'THERAPY @ TUMOUR'`, `search WORDS`.
struct AtlasRequest {
  std::string subject;
  std::string text;
  bool is_json = false;
  bool is_full = false;  // every row, nothing cut
};

/// The answer as text or JSON. Reports E1311 for another subject, E1312 for a missing name, and
/// what the question reports (E2201 to E2206).
[[nodiscard]] Checked<std::string> ask_atlas(const Session& session, const AtlasRequest& request);

/// Writes the browsable page of the whole review, index.html, into `folder`: whole or not at all.
/// Returns its path. Reports E1313 if the page has not been built and E1401 if it cannot be
/// written.
[[nodiscard]] Checked<std::string> write_atlas_page(const Session& session,
                                                    const std::string& folder);

}  // namespace rascade::service
