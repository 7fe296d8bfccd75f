#pragma once

#include <string>
#include <string_view>

namespace cortege::pg {

/// The one place where identifiers are quoted: always between double quotes, inner quotes doubled.
/// Throws std::invalid_argument for an empty name or one with a NUL byte.
std::string quote(std::string_view identifier);

/// "schema"."name"; an empty schema leaves the name alone.
std::string quote(std::string_view schema, std::string_view name);

/// A literal for statements that cannot take parameters (ALTER ROLE … PASSWORD, NOTIFY, COMMENT). Everything
/// else passes values as parameters. Safe whatever standard_conforming_strings says.
std::string quote_literal(std::string_view value);

} // namespace cortege::pg
