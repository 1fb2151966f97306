// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "rascade/network/print_net.hpp"
#include "rascade/network/read_net.hpp"

/// A text either has mistakes or gives a network that prints and reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
  using rascade::network::print_net;
  using rascade::network::read_net;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto network = read_net(text, "fuzz.net");
  if (!network) return 0;
  const std::string printed = print_net(*network);
  const auto again = read_net(printed, "printed.net");
  if (!again || print_net(*again) != printed) std::abort();
  return 0;
}
