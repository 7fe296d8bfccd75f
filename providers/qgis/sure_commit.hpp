#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/sessions.hpp"

#include <functional>

namespace cortege::qgis {

/// Runs work in one transaction and commits it. If the connection is lost while committing, asks the server
/// on a new one whether the transaction holds, so that the person is told what is certain. Throws pg::Error
/// when it does not hold, and says so when even that cannot be known.
void in_sure_transaction(pg::Connection &connection, const Access &access, const std::function<void()> &work);

} // namespace cortege::qgis
