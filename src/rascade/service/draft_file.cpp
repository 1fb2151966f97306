// SPDX-License-Identifier: MIT
#include "rascade/service/draft_file.hpp"

#include <filesystem>
#include <utility>

namespace rascade::service {

DraftFile::DraftFile(std::string path)
    : path_(std::move(path)), draft_(path_ + ".partial"), file_(draft_, std::ios::binary)
{
}

DraftFile::~DraftFile()
{
  std::error_code ignored;
  if (!is_finished_) std::filesystem::remove(draft_, ignored);
}

void DraftFile::write(std::string_view text)
{
  file_.write(text.data(), static_cast<std::streamsize>(text.size()));
}

bool DraftFile::finish()
{
  file_.close();
  std::error_code failed;
  if (file_.good()) std::filesystem::rename(draft_, path_, failed);
  is_finished_ = file_.good() && !failed;
  return is_finished_;
}

}  // namespace rascade::service
