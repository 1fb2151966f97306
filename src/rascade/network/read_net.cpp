// SPDX-License-Identifier: MIT
#include "rascade/network/read_net.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/read_expression.hpp"
#include "rascade/language/read_tables.hpp"
#include "rascade/network/evaluation_order.hpp"
#include "rascade/network/net_line.hpp"

namespace rascade::network {
namespace {

using model::Expression;
using LawKind = model::RateLaw::Kind;

/// `f()` is the name f, as everywhere in networks.
void drop_empty_calls(Expression& expression)
{
  const bool is_empty = expression.kind == Expression::Kind::call && expression.args.empty();
  if (is_empty) expression.kind = Expression::Kind::name;
  for (Expression& arg : expression.args) drop_empty_calls(arg);
}

class NetReader {
 public:
  NetReader(const std::string& file, const language::ReadFile& read_file)
      : file_(file), tables_(read_file)
  {
  }

  Checked<Network> read(std::string_view text)
  {
    std::string block;
    const std::vector<NetLine> lines = cut_lines(text);
    for (const NetLine& line : lines) {
      const std::string_view first = line.words[0].text;
      if (first == "begin" && block.empty()) {
        block = line.words.size() > 1 ? line.rest(1).text : "";
        if (block.empty()) report("E1601", line, 0, "a block needs a name");
      } else if (first == "end") {
        end_block(line, block);
      } else {
        read_line(block, line);
      }
    }
    if (!block.empty() && !lines.empty()) {
      report("E1601", lines.back(), 0, fmt::format("the block '{}' has no end", block));
    }
    finish();
    if (!diagnostics_.empty()) return std::move(diagnostics_);
    return std::move(network_);
  }

 private:
  void report(std::string code, const NetLine& line, std::size_t word, std::string message)
  {
    diagnostics_.push_back(
        {Severity::error, std::move(code), line.span(file_, word), std::move(message), ""});
  }

  void end_block(const NetLine& line, std::string& block)
  {
    if (line.words.size() < 2 || line.rest(1).text != block || block.empty()) {
      report("E1601", line, 0, block.empty() ? "no block is open here"
                                             : fmt::format("expected 'end {}' here", block));
    }
    block.clear();
  }

  void read_line(const std::string& block, const NetLine& line)
  {
    if (block == "parameters") return read_parameter(line);
    if (block == "functions") return read_function(line);
    if (block == "species") return read_species(line);
    if (block == "reactions") return read_reaction(line);
    if (block == "groups") return read_group(line);
  }

  bool has_words(const NetLine& line, std::size_t least, std::string_view what)
  {
    if (line.words.size() >= least) return true;
    report("E1602", line, line.words.size(), fmt::format("a line of this block is {}", what));
    return false;
  }

  /// Lines are numbered from 1.
  void check_number(const NetLine& line, std::size_t expected)
  {
    const auto number = parse_number(line.words[0].text);
    if (number && *number == static_cast<double>(expected)) return;
    report("E1604", line, 0, fmt::format("this line should have the number {}", expected));
  }

  bool is_new(const NetLine& line, const std::string& name)
  {
    if (names_.insert(name).second) return true;
    report("E1603", line, 1, fmt::format("'{}' is there already", name));
    return false;
  }

  /// A formula that fills the word.
  Expression formula(const NetLine& line, const NetWord& word)
  {
    language::Mistakes mistakes;
    std::vector<language::TokenLine> tokens = language::lex(word.text);
    if (tokens.empty()) tokens.emplace_back();
    for (language::Token& token : tokens[0]) {
      token.line = line.number;
      token.column += word.column - 1;
    }
    language::LineCursor cursor(tokens[0], file_, mistakes, &tables_);
    std::optional<Expression> result = language::read_expression(cursor);
    if (result && (!cursor.at_end() || tokens.size() > 1)) {
      cursor.report_unexpected("the end of the formula");
    }
    for (Diagnostic& mistake : mistakes.take()) {
      mistake.span.line = line.number;
      diagnostics_.push_back(std::move(mistake));
    }
    if (!result) return {};
    drop_empty_calls(*result);
    return *std::move(result);
  }

  void read_parameter(const NetLine& line)
  {
    if (!has_words(line, 3, "number, name, value")) return;
    check_number(line, ++num_parameters_);
    const std::string name(line.words[1].text);
    if (!is_new(line, name)) return;
    network_.parameters.push_back({name, formula(line, line.rest(2)), line.span(file_, 1)});
  }

  void read_function(const NetLine& line)
  {
    if (!has_words(line, 3, "number, name(), formula")) return;
    std::string name(line.words[1].text);
    if (name.ends_with("()")) name.resize(name.size() - 2);
    if (!is_new(line, name)) return;
    network_.functions.push_back({name, formula(line, line.rest(2)), line.span(file_, 1), {}});
  }

  void read_species(const NetLine& line)
  {
    if (!has_words(line, 3, "number, species, amount")) return;
    check_number(line, network_.species.size() + 1);
    NetworkSpecies species;
    std::string_view name = line.words[1].text;
    if (const std::size_t mark = name.find('$'); mark != std::string_view::npos) {
      species.fixed = true;
      species.name = std::string(name.substr(0, mark));
      name.remove_prefix(mark + 1);
    }
    species.name += name;
    species.amount = formula(line, line.rest(2));
    network_.species.push_back(std::move(species));
  }

  std::vector<SpeciesIndex> species_list(const NetLine& line, std::size_t word)
  {
    std::vector<SpeciesIndex> list;
    if (line.words[word].text == "0") return list;
    for (const std::string_view item : split(line.words[word].text, ',')) {
      const auto index = species_index(line, word, item);
      if (index) list.push_back(*index);
    }
    return list;
  }

  std::optional<SpeciesIndex> species_index(const NetLine& line, std::size_t word,
                                            std::string_view text)
  {
    const auto number = parse_number(text);
    const auto count = static_cast<double>(network_.species.size());
    if (number && *number >= 1.0 && *number <= count &&
        *number == static_cast<double>(static_cast<std::size_t>(*number))) {
      return SpeciesIndex(static_cast<std::size_t>(*number) - 1);
    }
    report("E1605", line, word, fmt::format("'{}' is no species; there are {}", text, count));
    return std::nullopt;
  }

  void read_reaction(const NetLine& line)
  {
    if (!has_words(line, 4, "number, reactants, products, rate")) return;
    Reaction reaction;
    reaction.reactants = species_list(line, 1);
    reaction.products = species_list(line, 2);
    NetWord rate = line.words[3];
    if (const std::size_t star = rate.text.find('*'); star != std::string_view::npos) {
      if (const auto factor = parse_number(rate.text.substr(0, star))) {
        reaction.factor = *factor;
        rate = {rate.text.substr(star + 1), rate.column + static_cast<std::uint32_t>(star) + 1};
      }
    }
    reaction.law = law_index(line, rate);
    std::sort(reaction.products.begin(), reaction.products.end());
    if (network_.rate_laws[reaction.law].kind == LawKind::elementary) {
      std::sort(reaction.reactants.begin(), reaction.reactants.end());
    }
    reaction.rule = rule_index(line);
    network_.reactions.push_back(std::move(reaction));
  }

  RateLawIndex law_index(const NetLine& line, const NetWord& rate)
  {
    static const std::map<std::string_view, LawKind> kinds{
        {"MM", LawKind::MM}, {"Sat", LawKind::Sat}, {"Hill", LawKind::Hill},
        {"Ele", LawKind::elementary}};
    std::string key(rate.text);
    for (std::size_t i = 4; i < line.words.size(); ++i) key += ' ' + std::string(line.words[i].text);
    const auto [place, is_new_law] = laws_.try_emplace(key, network_.rate_laws.size());
    if (!is_new_law) return RateLawIndex(place->second);
    model::RateLaw law;
    const auto kind = kinds.find(rate.text);
    if (kind == kinds.end() || line.words.size() == 4) {
      law.args.push_back(formula(line, rate));
      if (line.words.size() > 4) report("E1602", line, 4, "expected the end of the line");
    } else {
      law.kind = kind->second;
      for (std::size_t i = 4; i < line.words.size(); ++i) {
        law.args.push_back(formula(line, line.words[i]));
      }
    }
    network_.rate_laws.push_back(std::move(law));
    return RateLawIndex(place->second);
  }

  /// The comment names the rule.
  model::RuleIndex rule_index(const NetLine& line)
  {
    std::string name(line.comment.substr(0, line.comment.find_first_of(" \t\v\f\r,")));
    if (name.empty()) name = fmt::format("_R{}", network_.reactions.size() + 1);
    const auto [place, is_new_rule] = rules_.try_emplace(name, network_.rule_names.size());
    if (is_new_rule) network_.rule_names.push_back(name);
    return model::RuleIndex(place->second);
  }

  void read_group(const NetLine& line)
  {
    if (!has_words(line, 2, "number, name, species")) return;
    check_number(line, network_.observables.size() + 1);
    const std::string name(line.words[1].text);
    is_new(line, name);
    std::map<SpeciesIndex, double> weights;
    if (line.words.size() > 2) {
      for (const std::string_view item : split(line.words[2].text, ',')) {
        const std::size_t star = item.find('*');
        const bool has_weight = star != std::string_view::npos;
        const auto weight = has_weight ? parse_number(item.substr(0, star)) : 1.0;
        const auto s = species_index(line, 2, has_weight ? item.substr(star + 1) : item);
        if (!weight) report("E1604", line, 2, fmt::format("'{}' has no weight", item));
        if (s && weight) weights[*s] += *weight;
      }
    }
    network_.observables.push_back({name, {weights.begin(), weights.end()}});
  }

  void finish()
  {
    network_.tables = tables_.take();
    const auto ordered = evaluation_order(network_.parameters);
    const auto functions = evaluation_order(network_.functions);
    const bool is_whole = ordered.size() == network_.parameters.size() &&
                          functions.size() == network_.functions.size();
    if (!is_whole) {
      diagnostics_.push_back({Severity::error, "E1606", {file_, 0, 0, 0},
                              "parameters or functions need each other in a circle", ""});
    }
    network_.parameters = ordered;
    network_.functions = functions;
  }

  const std::string& file_;
  language::TableReader tables_;
  Network network_;
  std::vector<Diagnostic> diagnostics_;
  std::set<std::string> names_;
  std::size_t num_parameters_ = 0;
  std::map<std::string, std::size_t> laws_;
  std::map<std::string, std::size_t> rules_;
};

}  // namespace

Checked<Network> read_net(std::string_view text, const std::string& file,
                          const language::ReadFile& read_file)
{
  return NetReader(file, read_file).read(text);
}

}  // namespace rascade::network
