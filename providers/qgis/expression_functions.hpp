#pragma once

#include "providers/qgis/term.hpp"

#include <vector>

namespace cortege::qgis {

/// A call of a QGIS function on compiled arguments, if PostgreSQL has its exact equal.
MaybeTerm function_term(const QString &name, const std::vector<Term> &arguments, const Relation &relation,
                        Bindings &values);

} // namespace cortege::qgis
