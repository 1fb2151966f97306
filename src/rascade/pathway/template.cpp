// SPDX-License-Identifier: MIT
#include "rascade/pathway/template.hpp"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/base/text.hpp"
#include "rascade/pathway/recipe.hpp"

namespace rascade::pathway {
namespace {

constexpr std::string_view mark = "#@";

using Words = std::map<std::string, std::string>;

class Expander {
 public:
  Expander(std::string_view text, const std::string& file, const TemplateValues& values)
      : lines_(split(text, '\n')), file_(file), values_(values)
  {}

  Checked<std::string> run()
  {
    Words words;
    for (const auto& [name, value] : values_.words) words["<" + name + ">"] = value;
    for (const auto& [family, instances] : values_.families) {
      words["<all " + family + ">"] = fmt::format("{}", fmt::join(instances, "~"));
    }
    expand(0, lines_.size(), words);
    if (!mistakes_.empty()) return std::move(mistakes_);
    return std::move(result_);
  }

 private:
  void expand(std::size_t from, std::size_t to, const Words& words)
  {
    for (std::size_t i = from; i < to; ++i) {
      const std::string_view line = trim(lines_[i]);
      if (!line.starts_with(mark)) {
        result_ += filled(lines_[i], words) + "\n";
        continue;
      }
      const std::size_t end = matching_end(i, to);
      if (end == to) {
        report(i, "E0802", "this directive has no '#@ end'", "Add '#@ end' after its last line.");
        return;
      }
      carry_out(i, end, words);
      i = end;
    }
  }

  void carry_out(std::size_t at, std::size_t end, const Words& words)
  {
    const std::string text = filled(trim(trim(lines_[at]).substr(mark.size())), words);
    const std::size_t space = text.find(' ');
    const std::string verb = text.substr(0, space);
    const std::string object =
        space == std::string::npos ? "" : std::string(trim(std::string_view(text).substr(space)));
    if (verb == "when") {
      if (values_.is_on(object)) expand(at + 1, end, words);
    } else if (verb == "for") {
      repeat(at, end, object, words);
    } else {
      report(at, "E0801", fmt::format("unknown directive '{}'", verb), "Use 'for', 'when' or 'end'.");
    }
  }

  void repeat(std::size_t at, std::size_t end, const std::string& family, Words words)
  {
    const auto found = values_.families.find(family);
    if (found == values_.families.end()) {
      report(at, "E0803", fmt::format("unknown allele family '{}'", family),
             "Name a family of knowledge/genes.tsv.");
      return;
    }
    for (const std::string& instance : found->second) {
      words["<" + family + ">"] = instance;
      expand(at + 1, end, words);
    }
  }

  std::size_t matching_end(std::size_t at, std::size_t to) const
  {
    int depth = 0;
    for (std::size_t i = at; i < to; ++i) {
      const std::string_view line = trim(lines_[i]);
      if (!line.starts_with(mark)) continue;
      depth += trim(line.substr(mark.size())) == "end" ? -1 : 1;
      if (depth == 0) return i;
    }
    return to;
  }

  static std::string filled(std::string_view line, const Words& words)
  {
    std::string result(line);
    if (result.find('<') == std::string::npos) return result;
    for (const auto& [slot, value] : words) result = replace_all(std::move(result), slot, value);
    return result;
  }

  void report(std::size_t line, std::string code, std::string message, std::string hint)
  {
    const auto number = static_cast<std::uint32_t>(line + 1);
    const auto length = static_cast<std::uint32_t>(lines_[line].size());
    mistakes_.push_back({Severity::error, std::move(code), {file_, number, 1, length},
                         std::move(message), std::move(hint)});
  }

  std::vector<std::string_view> lines_;
  const std::string& file_;
  const TemplateValues& values_;
  std::string result_;
  std::vector<Diagnostic> mistakes_;
};

}  // namespace

Checked<std::string> expand_template(std::string_view text, const std::string& file,
                                     const TemplateValues& values)
{
  return Expander(text, file, values).run();
}

}  // namespace rascade::pathway
