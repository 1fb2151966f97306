// SPDX-License-Identifier: MIT
#include "rascade/service/dosing_table.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/plan/tumour_file.hpp"

namespace rascade::service {
namespace {

class Reader {
 public:
  Reader(std::string_view text, const std::string& file, const knowledge::Knowledge& knowledge)
      : lines_(split(text, '\n')), file_(file), knowledge_(knowledge)
  {}

  Checked<std::vector<DrugDoses>> run()
  {
    separator_ = lines_.front().find('\t') == std::string_view::npos ? ',' : '\t';
    for (const std::string_view name : split(lines_.front(), separator_)) {
      columns_.emplace_back(trim(name));
    }
    for (const char* name : {"TIME", "AMT", "DRUG"}) {
      if (!column(name)) {
        report(0, "E1101", fmt::format("the column {} is missing", name),
               "The header must name TIME, AMT and DRUG.");
      }
    }
    for (std::size_t i = 1; i < lines_.size() && mistakes_.empty(); ++i) {
      if (!trim(lines_[i]).empty()) read_row(i);
    }
    if (!mistakes_.empty()) return std::move(mistakes_);
    for (DrugDoses& d : result_) {
      std::sort(d.doses.begin(), d.doses.end(),
                [](const dosing::Dose& a, const dosing::Dose& b) { return a.time_h < b.time_h; });
    }
    return std::move(result_);
  }

 private:
  std::optional<std::size_t> column(std::string_view name) const
  {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
  }

  std::string_view cell(const std::vector<std::string_view>& cells, std::string_view name) const
  {
    const auto at = column(name);
    return at && *at < cells.size() ? trim(cells[*at]) : std::string_view();
  }

  double number(std::size_t line, const std::vector<std::string_view>& cells, std::string_view name)
  {
    const std::string_view text = cell(cells, name);
    if (text.empty() || text == ".") return 0;
    const auto value = parse_number(text);
    if (value && *value >= 0) return *value;
    report(line, "E1102", fmt::format("{} is '{}', not a number of zero or more", name, text),
           "Write hours and milligrams as plain numbers.");
    return 0;
  }

  void read_row(std::size_t line)
  {
    const std::vector<std::string_view> cells = split(lines_[line], separator_);
    if (!cell(cells, "EVID").empty() && number(line, cells, "EVID") != 1) return;
    const Span span{file_, static_cast<std::uint32_t>(line + 1), 1, 1};
    const auto drug = plan::find_drug(knowledge_, cell(cells, "DRUG"), span);
    if (!drug) {
      mistakes_.push_back(drug.diagnostics().front());
      return;
    }
    const double time = number(line, cells, "TIME");
    const double amount = number(line, cells, "AMT");
    const double interval = number(line, cells, "II");
    const auto more = static_cast<int>(number(line, cells, "ADDL"));
    std::vector<dosing::Dose>& doses = doses_of(*drug);
    for (int i = 0; i <= more; ++i) doses.push_back({time + i * interval, amount});
  }

  std::vector<dosing::Dose>& doses_of(const knowledge::Drug* drug)
  {
    const auto found = std::find_if(result_.begin(), result_.end(),
                                    [&](const DrugDoses& d) { return d.drug == drug; });
    if (found != result_.end()) return found->doses;
    return result_.emplace_back(DrugDoses{drug, {}}).doses;
  }

  void report(std::size_t line, std::string code, std::string message, std::string hint)
  {
    mistakes_.push_back({Severity::error, std::move(code),
                         {file_, static_cast<std::uint32_t>(line + 1), 1, 1}, std::move(message),
                         std::move(hint)});
  }

  std::vector<std::string_view> lines_;
  const std::string& file_;
  const knowledge::Knowledge& knowledge_;
  char separator_ = ',';
  std::vector<std::string> columns_;
  std::vector<DrugDoses> result_;
  std::vector<Diagnostic> mistakes_;
};

}  // namespace

Checked<std::vector<DrugDoses>> read_dosing_table(std::string_view text, const std::string& file,
                                                  const knowledge::Knowledge& knowledge)
{
  return Reader(text, file, knowledge).run();
}

}  // namespace rascade::service
