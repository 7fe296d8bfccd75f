#pragma once

#include "providers/pg/pool.hpp"
#include "server/gate/wms.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace cortege::gate {

/// The database's word on a person, asked as that person at each request. Thread-safe.
class Authority {
public:
  /// conninfo: where the program's own account may become a viewer.
  explicit Authority(std::string conninfo);

  /// Puts the demand on record. Throws Refusal: 403 (no habilitation, convention over, platform or service
  /// closed to this profile), 503 (the database does not answer, or the record could not be written).
  void require(const std::string &person, const Demand &demand);
  /// What the person may know about themselves. Throws as require().
  nlohmann::json about(const std::string &person);

private:
  nlohmann::json ask(const std::string &person, const std::string &sql, const pg::Parameters &parameters);

  const std::string conninfo_;
  pg::Pool pool_;
};

} // namespace cortege::gate
