#include "server/gate/request.hpp"

#include <algorithm>

namespace cortege::gate {

Request Request::from(const std::function<std::string(const char *)> &parameter) {
  const std::string service = parameter("CORTEGE_SERVICE");
  return {service == "moi"        ? Service::me
          : service == "metadata" ? Service::metadata
          : service == "wfs"      ? Service::wfs
                                  : Service::wms,
          parameter("REQUEST_METHOD"),
          parameter("QUERY_STRING"),
          parameter("HTTP_AUTHORIZATION"),
          parameter("REMOTE_ADDR"),
          parameter("CORTEGE_PATH"),
          parameter("CORTEGE_ESTABLISHED")};
}

bool is_login(const std::string &text) {
  const auto fine = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return text.size() >= 3 && text.size() <= 31 && text[0] >= 'a' && text[0] <= 'z'
         && std::ranges::all_of(text, fine);
}

} // namespace cortege::gate
