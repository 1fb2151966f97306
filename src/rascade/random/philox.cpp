// SPDX-License-Identifier: MIT
#include "rascade/random/philox.hpp"

#include <Random123/philox.h>

namespace rascade::random {

Block philox(const Block& counter, const Key& key)
{
  const r123::Philox4x32 permute;
  const r123::Philox4x32::ctr_type mixed =
      permute({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
  return {mixed[0], mixed[1], mixed[2], mixed[3]};
}

}  // namespace rascade::random
