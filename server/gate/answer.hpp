#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace cortege::gate {

/// A request that will not be served: HTTP status, OGC exception code and a French sentence for the person.
class Refusal : public std::runtime_error {
public:
  Refusal(int http_status, std::string ogc_code, const std::string &sentence, int seconds_to_wait = 0)
      : std::runtime_error(sentence), status(http_status), code(std::move(ogc_code)),
        retry_after(seconds_to_wait) {}

  int status;
  std::string code;
  int retry_after; ///< seconds; 0: not said
};

/// 400: the request makes no sense.
[[noreturn]] void malformed(const std::string &code, const std::string &sentence);
/// 503: the database did not answer within the patience of a request.
[[noreturn]] void unanswered();
inline constexpr std::chrono::seconds patience(5);

/// What goes back to the web server.
struct Answer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  /// The whole of it as FastCGI wants it.
  std::string text() const;
};

/// Hands the request over to QGIS Server: the web server redirects it inside, for this person and this query.
Answer forward(const std::string &place, const std::string &query, const std::string &person);
Answer json(const nlohmann::json &object);
/// A refusal as a client of WMS 1.1.1, of WMS 1.3.0, of WFS or of /moi reads it.
Answer exception(const Refusal &refusal, const std::string &service, const std::string &version);

} // namespace cortege::gate
