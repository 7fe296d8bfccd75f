#include "server/gate/gate.hpp"

#include <fcgiapp.h>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <thread>
#include <vector>

namespace {

using cortege::gate::Gate;
using cortege::gate::Request;

/// One request after the other, until the web server's socket is gone.
void serve(Gate &gate) {
  FCGX_Request connection;
  FCGX_InitRequest(&connection, 0, 0);
  while (FCGX_Accept_r(&connection) == 0) {
    const Request request = Request::from([&](const char *name) {
      const char *value = FCGX_GetParam(name, connection.envp);
      return value == nullptr ? std::string() : std::string(value);
    });
    const std::string text = gate.answer(request).text();
    FCGX_PutStr(text.data(), static_cast<int>(text.size()), connection.out);
    FCGX_Finish_r(&connection);
  }
}

} // namespace

/// cortege-gate FILE: answers the web server on the socket that is its standard input (FastCGI), as FILE
/// (portail.json, written by `cortege publish`) says.
int main(int count, char **arguments) {
  if (count != 2 || FCGX_IsCGI() != 0) {
    std::cerr
        << "cortege-gate: run by `cortege serve` or systemd, with a listening socket as standard input.\n";
    return 2;
  }
  try {
    const auto configuration = cortege::gate::Configuration::read(arguments[1]);
    setenv("TZ", configuration.zone.c_str(), 1); // before there are threads
    tzset();
    Gate gate(configuration);
    FCGX_Init();
    std::signal(SIGTERM, SIG_DFL); // libfcgi would wait for one more request
    std::vector<std::jthread> threads;
    for (int i = 1; i < configuration.threads; ++i)
      threads.emplace_back([&gate] { serve(gate); });
    serve(gate);
  } catch (const std::exception &error) {
    std::cerr << "cortege-gate: " << error.what() << '\n';
    return 1;
  }
}
