#include "server/gate/gate.hpp"

#include "server/gate/query.hpp"
#include "server/gate/wfs.hpp"

#include <fmt/format.h>

#include <iostream>

namespace cortege::gate {
namespace {

const char *name_of(Service service) {
  return service == Service::me ? "moi" : service == Service::wfs ? "wfs" : "wms";
}

/// Records carry their layer's name: /metadata/LAYER.xml.
std::string record_of(const std::string &path, const Configuration &configuration) {
  for (const std::string &layer : configuration.layers)
    if (path == "/metadata/" + layer + ".xml")
      return fmt::format("/_fiches/{}.xml", layer);
  throw Refusal(404, "NotFound", "Cette fiche de métadonnées n'existe pas.");
}

/// The version the client speaks, for its exception; a query that cannot be read has none.
std::string version_of(const std::string &query) {
  return query.find("1.1.1") != std::string::npos || query.find("1.1.0") != std::string::npos ? "1.1.1"
                                                                                              : "1.3.0";
}

} // namespace

Gate::Gate(Configuration configuration)
    : configuration_(std::move(configuration)), passwords_(configuration_.login),
      authority_(configuration_.person) {}

Answer Gate::judge(const Request &request) {
  if (request.method != "GET" && request.method != "HEAD")
    throw Refusal(405, "OperationNotSupported", "Seules les requêtes GET sont servies.");
  const std::string person = request.established.empty()
                                 ? passwords_.login(request.authorization, request.address)
                                 : request.established;
  if (!is_login(person))
    throw Refusal(401, "AuthenticationRequired", "Le certificat ne désigne personne de connu ici.");
  if (request.service == Service::me)
    return json(authority_.about(person));
  if (request.service == Service::metadata) {
    static_cast<void>(authority_.about(person)); // refuses whoever may see nothing
    return forward(record_of(request.path, configuration_), {}, person);
  }
  const Query query(request.query);
  const Demand demand =
      request.service == Service::wfs ? read_wfs(query, configuration_) : read_wms(query, configuration_);
  authority_.require(person, demand);
  if (demand.operation == "GetCapabilities") // the same for everybody, written when it was published
    return forward(fmt::format("/_capacites/{}-{}.xml", demand.service, demand.query.get("VERSION")), {},
                   person);
  return forward("/_cartes/" + demand.service, demand.query.text(), person);
}

Answer Gate::answer(const Request &request) {
  const auto refused = [&](const Refusal &refusal) {
    return exception(refusal, name_of(request.service), version_of(request.query));
  };
  try {
    return judge(request);
  } catch (const Refusal &refusal) {
    return refused(refusal);
  } catch (const std::exception &problem) {
    std::cerr << problem.what() << std::endl;
    return refused(
        Refusal(503, "NoApplicableCode", "Le service ne peut répondre : réessayer dans un instant.", 5));
  }
}

} // namespace cortege::gate
