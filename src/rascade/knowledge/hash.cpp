// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <fmt/format.h>
#include <xxhash.h>

#include "rascade/knowledge/read_rows.hpp"

namespace rascade::knowledge {
namespace {

namespace fs = std::filesystem;

void collect(const std::string& folder, const std::string& extension,
             std::map<std::string, fs::path>& files)
{
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(folder, failed)) {
    if (entry.path().extension() == extension) {
      files[fs::relative(entry.path(), folder).generic_string()] = entry.path();
    }
  }
}

}  // namespace

std::string hash_of(const std::string& tables, const std::string& models)
{
  std::map<std::string, fs::path> files;
  collect(tables, ".tsv", files);
  collect(models, ".bngl", files);
  std::string bytes;
  for (const auto& [name, path] : files) {
    std::ifstream file(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    bytes += fmt::format("{}\n{}\n", name, text.size()) + text;
  }
  return fmt::format("{:016x}", XXH64(bytes.data(), bytes.size(), 0));
}

}  // namespace rascade::knowledge
