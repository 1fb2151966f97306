// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/language/mistakes.hpp"
#include "rascade/model/action.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// Takes over what `setOption("name",value,…)` changes in the meaning of a model; options that
/// change names or units only are passed over. Reports E0602 (a value that does not fit) and W0105
/// (an option that is not known).
void apply_options(const model::Action& set_option, model::Options& options, Mistakes& mistakes);

}  // namespace rascade::language
