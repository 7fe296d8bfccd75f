#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/publication.hpp"
#include "cli/web_configuration.hpp"

#include <filesystem>
#include <string>

namespace cortege::cli {

/// `publish --dir DIR`: the QGIS project and the configuration of the gate and of nginx, for a database.
class Publish : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  WebConfiguration web_configuration(const Publication &publication, const std::optional<Cluster> &cluster,
                                     const std::string &zone) const;

  DatabaseOptions database_;
  std::filesystem::path directory_;
  std::string url_ = "https://localhost:8443";
  std::string login_, openid_;
  std::filesystem::path certificate_, key_, authority_, revocations_;
};

} // namespace cortege::cli
