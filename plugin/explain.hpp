#pragma once

#include <QString>

namespace cortege::pg {
class Error;
}

namespace cortege::plugin {

/// What happened and what to do next, for the person at the screen. Sentences of the database are passed on:
/// they are French and made for that; those of the network are told in words.
QString explain(const pg::Error &error);
/// The person may no longer come in at all.
bool account_closed(const pg::Error &error);

} // namespace cortege::plugin
