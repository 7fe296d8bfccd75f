#pragma once

#include <QString>

namespace cortege::bench {

/// Rows of essai.points: CORTEGE_BENCH_ROWS, else a million. essai.beaucoup has ten times as many.
long points();

/// Makes essai.points (a bigint key, nine attributes and a point), essai.points_int (the same with an int
/// key), essai.beaucoup and essai.change (10 000 rows) in the database that the environment names. With
/// CORTEGE_BENCH_KEPT set, those of an earlier run serve.
void make_tables();

/// The data source of one of them, for either provider.
QString uri_of(const char *table);

} // namespace cortege::bench
