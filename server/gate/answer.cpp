#include "server/gate/answer.hpp"

#include <fmt/format.h>

namespace cortege::gate {
namespace {

std::string escaped(const std::string &text) {
  std::string safe;
  for (const char c : text)
    switch (c) {
    case '&':
      safe += "&amp;";
      break;
    case '<':
      safe += "&lt;";
      break;
    case '>':
      safe += "&gt;";
      break;
    case '"':
      safe += "&quot;";
      break;
    default:
      safe += c;
    }
  return safe;
}

constexpr const char *wms_1_3_0 =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<ServiceExceptionReport version=\"1.3.0\" xmlns=\"http://www.opengis.net/ogc\">\n"
    " <ServiceException code=\"{}\">{}</ServiceException>\n</ServiceExceptionReport>\n";
constexpr const char *wms_1_1_1 = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<ServiceExceptionReport version=\"1.1.1\">\n"
                                  " <ServiceException code=\"{}\">{}</ServiceException>\n"
                                  "</ServiceExceptionReport>\n";
constexpr const char *ows_1_1 =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<ows:ExceptionReport version=\"1.1.0\" xmlns:ows=\"http://www.opengis.net/ows/1.1\">\n"
    " <ows:Exception exceptionCode=\"{}\"><ows:ExceptionText>{}</ows:ExceptionText></ows:Exception>\n"
    "</ows:ExceptionReport>\n";

void authenticate(Answer &answer) {
  answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Cortege\", charset=\"UTF-8\"");
}

} // namespace

void malformed(const std::string &code, const std::string &sentence) {
  throw Refusal(400, code, sentence);
}

void unanswered() {
  throw Refusal(503, "NoApplicableCode", "La base de données ne répond pas : réessayer dans un instant.", 5);
}

std::string Answer::text() const {
  std::string all = fmt::format("Status: {}\r\n", status);
  for (const auto &[name, value] : headers)
    all += fmt::format("{}: {}\r\n", name, value);
  return all + "\r\n" + body;
}

Answer forward(const std::string &place, const std::string &query, const std::string &person) {
  return {200,
          {{"X-Accel-Redirect", query.empty() ? place : place + "?" + query}, {"X-Cortege-User", person}},
          {}};
}

Answer json(const nlohmann::json &object) {
  return {200, {{"Content-Type", "application/json; charset=utf-8"}}, object.dump() + "\n"};
}

Answer exception(const Refusal &refusal, const std::string &service, const std::string &version) {
  Answer answer{refusal.status, {}, {}};
  // The page asks for the password itself: told of Basic, a browser would ask with a window of its own.
  if (refusal.status == 401 && service != "moi")
    authenticate(answer);
  if (refusal.retry_after > 0)
    answer.headers.emplace_back("Retry-After", fmt::format("{}", refusal.retry_after));
  if (service == "moi") {
    answer.headers.emplace_back("Content-Type", "application/json; charset=utf-8");
    answer.body = nlohmann::json{{"code", refusal.code}, {"message", refusal.what()}}.dump() + "\n";
    return answer;
  }
  const bool old = service == "wms" && version.starts_with("1.1");
  answer.headers.emplace_back("Content-Type",
                              old ? "application/vnd.ogc.se_xml; charset=utf-8" : "text/xml; charset=utf-8");
  answer.body = fmt::format(fmt::runtime(service == "wfs" ? ows_1_1
                                         : old            ? wms_1_1_1
                                                          : wms_1_3_0),
                            escaped(refusal.code), escaped(refusal.what()));
  return answer;
}

} // namespace cortege::gate
