#pragma once

#include <functional>
#include <string>

namespace cortege::gate {

enum class Service { wms, wfs, me, metadata };

/// What the web server says of one request. Everything but `query` and `authorization` is the web server's
/// own word: clients cannot set it, since their headers arrive as HTTP_*.
struct Request {
  Service service = Service::wms;
  std::string method;        ///< GET, HEAD, POST…
  std::string query;         ///< as the client sent it
  std::string authorization; ///< the client's Authorization header
  std::string address;       ///< the client's
  std::string path;          ///< without the query, decoded and made canonical
  /// The login that the web server itself established (client certificate, OpenID Connect); empty: none.
  std::string established;

  /// Reads the parameters of FastCGI: name → value, empty when absent.
  static Request from(const std::function<std::string(const char *)> &parameter);
};

/// True for what may be a person's login (see habilitation.role_ouvrir); nothing else is ever tried on the
/// database.
bool is_login(const std::string &text);

} // namespace cortege::gate
