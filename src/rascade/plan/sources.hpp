// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "rascade/plan/workbench.hpp"

namespace rascade::plan {

/// Keys of the sources of one arm: of every quantity in its assembled models (tumour, clones,
/// normal tissue), of its drugs and of their exposure.
[[nodiscard]] std::set<std::string> sources_of(const Arm& arm);

/// Keys of the sources that any arm of this tumour rests on: growth, tissue partition, the cancer's
/// and the normal tissue's quantities, plausibility of cells, and routes of escape.
[[nodiscard]] std::set<std::string> sources_of(const Workbench& bench);

}  // namespace rascade::plan
