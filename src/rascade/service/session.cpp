// SPDX-License-Identifier: MIT
#include "rascade/service/session.hpp"

#include <fstream>
#include <iterator>
#include <utility>

namespace rascade::service {

Checked<Session> Session::open(const Folders& folders)
{
  Checked<knowledge::Knowledge> knowledge =
      knowledge::load_knowledge(folders.knowledge, folders.models);
  if (!knowledge) return knowledge.diagnostics();
  Checked<pathway::Modules> modules = pathway::load_modules(folders.models);
  if (!modules) return modules.diagnostics();
  Session session;
  session.folders_ = folders;
  session.knowledge_ = std::make_shared<const knowledge::Knowledge>(*std::move(knowledge));
  session.modules_ = std::make_shared<const pathway::Modules>(*std::move(modules));
  return session;
}

Checked<std::string> read_text(const std::string& path)
{
  std::ifstream file(path, std::ios::binary);
  if (file.is_open()) return std::string(std::istreambuf_iterator<char>(file), {});
  return Diagnostic{Severity::error, "E1001", {path, 0, 0, 0}, "this file cannot be read",
                    "Check the path; 'rascade list tumours' shows the bundled ones."};
}

Checked<plan::TumourCase> read_tumour_file(const Session& session, const std::string& path)
{
  const Checked<std::string> text = read_text(path);
  if (!text) return text.diagnostics();
  return plan::read_tumour(*text, path, session.knowledge());
}

Checked<std::vector<const knowledge::Drug*>> find_drugs(const Session& session,
                                                        const std::vector<std::string>& names)
{
  std::vector<const knowledge::Drug*> drugs;
  std::vector<Diagnostic> mistakes;
  for (const std::string& name : names) {
    const auto drug = plan::find_drug(session.knowledge(), name, {"--drugs", 0, 0, 0});
    if (drug) {
      drugs.push_back(*drug);
    } else {
      mistakes.push_back(drug.diagnostics().front());
    }
  }
  if (!mistakes.empty()) return mistakes;
  return drugs;
}

}  // namespace rascade::service
