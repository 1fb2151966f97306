// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/service/session.hpp"

namespace rascade::service {

/// What exists, as tab-separated text with a header: `drugs`, `variants`, `cancers`, `routes`,
/// `parameters`, `trials`, `sources`; with a key only the rows that carry it. Reports E1301 for
/// another subject and E1302 for a key that nothing carries.
[[nodiscard]] Checked<std::string> list(const Session& session, const std::string& subject,
                                        const std::string& key);

/// The tumour files in a folder, by path: name, cancer type, genotype, treatment.
[[nodiscard]] Checked<std::string> list_tumours(const Session& session, const std::string& folder);

/// A tumour file with a comment on every key, to start from.
[[nodiscard]] std::string tumour_template(const Session& session);

}  // namespace rascade::service
