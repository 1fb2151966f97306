// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "rascade/protocol/run_actions.hpp"

namespace rascade::protocol {

/// Runs models with actions in a folder of the test's own.
class RunFixture : public testing::Test {
 protected:
  RunFixture() : folder_(std::filesystem::temp_directory_path() / own_name())
  {
    std::filesystem::remove_all(folder_);
  }
  ~RunFixture() override { std::filesystem::remove_all(folder_); }

  Checked<Outcome> run(const std::string& model, const std::string& actions)
  {
    auto document = language::parse_document(model + actions, "m.bngl");
    if (!document) return document.diagnostics();
    Request now = request;
    now.document = *std::move(document);
    now.name = "m";
    now.folder = folder_.string();
    now.say = [this](const std::string& line) { said.push_back(line); };
    return run_actions(std::move(now));
  }

  std::vector<std::string> codes(const std::string& model, const std::string& actions)
  {
    std::vector<std::string> result;
    const auto outcome = run(model, actions);
    for (const Diagnostic& d : outcome.diagnostics()) result.push_back(d.code);
    return result;
  }

  [[nodiscard]] bool exists(const std::string& file) const
  {
    return std::filesystem::exists(folder_ / file);
  }

  [[nodiscard]] std::string text(const std::string& file) const
  {
    std::ifstream in(folder_ / file);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  }

  /// The numbers of a table, row by row.
  [[nodiscard]] std::vector<std::vector<double>> rows(const std::string& file) const
  {
    std::vector<std::vector<double>> result;
    std::istringstream in(text(file));
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("#")) continue;
      std::istringstream items(line);
      std::vector<double>& row = result.emplace_back();
      for (double value = 0.0; items >> value;) row.push_back(value);
    }
    return result;
  }

  Request request;                // what tests change; document, name and folder are set by run
  std::vector<std::string> said;  // lines

 private:
  static std::string own_name()
  {
    return std::string("rascade_") + testing::UnitTest::GetInstance()->current_test_info()->name();
  }

  std::filesystem::path folder_;
};

}  // namespace rascade::protocol
