#pragma once

#include "cli/command.hpp"

#include <filesystem>

namespace cortege::cli {

/// `serve --dir DIR`: runs a publication for this machine: nginx on loopback TLS, the gate, QGIS Server.
class Serve : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  std::filesystem::path directory_;
  int port_ = 0;
  int processes_ = 0;
};

} // namespace cortege::cli
