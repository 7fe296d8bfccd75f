// scripts/bench provider: our provider against the stock one, in one run, on the same tables through the same
// URI, by the API that QGIS itself reads with. Wall-clock medians; ratios are stock / ours, as the targets
// say.
#include "providers/pg/connection.hpp"
#include "tests/bench/provider_tables.hpp"

#include <qgsapplication.h>
#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgspoint.h>
#include <qgsproviderregistry.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace cortege::bench {
namespace {

constexpr const char *providers[] = {"postgres", "cortege"};
using Layers = std::map<std::string, std::unique_ptr<QgsVectorLayer>>;

/// Seconds of the clock, and of processors: ours, and those of the database's sessions (Linux only).
struct Spent {
  double wall = 0, client = 0, server = 0;
};

struct Work {
  const char *name;
  double target; ///< stock / ours; 0 when none is set
  const char *table;
  std::function<Spent(QgsVectorLayer &layer)> run;
};

double client_seconds() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

double server_seconds() {
  static pg::Connection watcher;
  double nanoseconds = 0;
  for (const auto row : watcher.exec("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")) {
    double own = 0;
    std::ifstream(fmt::format("/proc/{}/schedstat", row.get<int>(0))) >> own;
    nanoseconds += own;
  }
  return nanoseconds / 1e9;
}

Spent timed(const std::function<void()> &work, int times = 1) {
  const double server = server_seconds(), client = client_seconds();
  const auto start = std::chrono::steady_clock::now();
  work();
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return {wall / times, (client_seconds() - client) / times, (server_seconds() - server) / times};
}

std::unique_ptr<QgsVectorLayer> open(const char *table, const char *provider) {
  auto layer = std::make_unique<QgsVectorLayer>(uri_of(table), table, provider);
  if (!layer->isValid())
    throw std::runtime_error(fmt::format("{} does not open with {}: {}", table, provider,
                                         layer->error().message(QgsErrorMessage::Text).toStdString()));
  return layer;
}

// Both must deliver the same number of features, or the comparison means nothing.
Spent read(QgsVectorLayer &layer, const QgsFeatureRequest &request, const std::string &name) {
  static std::map<std::string, long> counts;
  long count = 0;
  const Spent spent = timed([&] {
    QgsFeature feature;
    auto features = layer.dataProvider()->getFeatures(request);
    while (features.nextFeature(feature))
      ++count;
  });
  if (counts.try_emplace(name, count).first->second != count)
    throw std::runtime_error(fmt::format("{}: {} features by {}, {} by the other", name, count,
                                         layer.providerType().toStdString(), counts[name]));
  return spent;
}

Work reading(const char *name, double target, const QgsFeatureRequest &request) {
  return {name, target, "points", [=](QgsVectorLayer &layer) { return read(layer, request, name); }};
}

// The same of the table whose key is an int: the stock provider's best case.
Work with_int_key(Work work) {
  work.target = 0;
  work.table = "points_int";
  return work;
}

Spent read_by_id(QgsVectorLayer &layer) {
  const long rows = points();
  return timed([&] {
    QgsFeature feature;
    for (long i = 1; i <= 1000; ++i)
      if (!layer.dataProvider()->getFeatures(QgsFeatureRequest(i * (rows / 1001))).nextFeature(feature))
        throw std::runtime_error("a feature was not found by its id");
  });
}

Spent reopen(QgsVectorLayer &layer) {
  constexpr int times = 10;
  const std::string provider = layer.providerType().toStdString();
  return timed(
      [&] {
        for (int i = 0; i < times; ++i)
          open("beaucoup", provider.c_str());
      },
      times);
}

Spent change(QgsVectorLayer &layer) {
  static int turn = 0;
  const int field = layer.fields().indexOf("texte");
  const QString text = QStringLiteral("autre %1").arg(++turn);
  QgsChangedAttributesMap changes;
  QgsFeature feature;
  for (auto features = layer.getFeatures(); features.nextFeature(feature);)
    changes.insert(feature.id(), {{field, text}});
  bool good = false;
  const Spent spent = timed([&] { good = layer.dataProvider()->changeAttributeValues(changes); });
  if (!good || changes.size() != 10000)
    throw std::runtime_error("the changes were not saved");
  return spent;
}

Spent add(QgsVectorLayer &layer) {
  pg::Connection().exec("DELETE FROM essai.change WHERE id > 10000");
  QgsFeatureList features;
  for (int i = 0; i < 10000; ++i) {
    QgsFeature feature(layer.fields());
    feature.setAttributes(QgsAttributes() << 20000 + i << QStringLiteral("nouveau"));
    feature.setGeometry(QgsGeometry::fromPointXY(QgsPointXY(i, i)));
    features << feature;
  }
  bool good = false;
  const Spent spent = timed([&] { good = layer.dataProvider()->addFeatures(features); });
  pg::Connection().exec("DELETE FROM essai.change WHERE id > 10000");
  if (!good)
    throw std::runtime_error("the new rows were not saved: "
                             + layer.dataProvider()->errors().join(' ').toStdString());
  return spent;
}

std::vector<Work> reads() {
  return {
      reading("full read", 8, QgsFeatureRequest()),
      reading("geometry only", 6, QgsFeatureRequest().setNoAttributes()),
      reading("rectangle", 4, QgsFeatureRequest(QgsRectangle(850000, 6250000, 890000, 6280000))),
      reading("one attribute", 5,
              QgsFeatureRequest().setFlags(Qgis::FeatureRequestFlag::NoGeometry).setSubsetOfAttributes({5})),
      reading("compiled expression", 3,
              QgsFeatureRequest().setFilterExpression(R"("a" < 200 AND "e" LIKE 'objet 1%')")),
  };
}

// By id, the stock provider finds a row of a bigint key only after it met it: an int key for both.
std::vector<Work> others() {
  return {
      {"1000 features by id", 1.5, "points_int", read_by_id},
      {"open 10M rows", 2, "beaucoup", reopen},
      {"10 000 changes", 4, "change", change},
      {"10 000 new rows", 4, "change", add},
  };
}

// What the server and the socket cost alone.
Spent copied(const char *columns, const char *where = "") {
  pg::Connection connection;
  return timed([&] {
    connection.exec(
        fmt::format("COPY (SELECT {} FROM essai.points_int {}) TO STDOUT (FORMAT binary)", columns, where));
    char *row = nullptr;
    while (PQgetCopyData(connection.raw(), &row, 0) > 0)
      PQfreemem(row);
    while (connection.receive()) {
    }
  });
}

// What QGIS costs alone: features of a row's values, made of nothing. No client gives QGIS features for less.
Spent made(const QgsFields &fields, bool attributes, bool geometry) {
  const long rows = points();
  const QgsAttributes blank(fields.size());
  return timed([&] {
    QgsFeature feature;
    for (long i = 0; i < rows; ++i) {
      feature.setId(i);
      feature.setFields(fields, false);
      if (attributes)
        feature.setAttributes(QgsAttributes()
                              << int(i) << int(i % 1000) << qlonglong(i) << double(i) << double(i)
                              << QString::fromUtf8("objet 1234", 10)
                              << QString::fromUtf8("0123456789abcdef0123456789abcdef", 32)
                              << QDate::fromJulianDay(2451545 + i % 2000)
                              << QDateTime::fromMSecsSinceEpoch(i * 60000, Qt::OffsetFromUTC, 3600)
                              << (i % 2 == 0));
      else
        feature.setAttributes(blank);
      if (geometry)
        feature.setGeometry(QgsGeometry(std::make_unique<QgsPoint>(Qgis::WkbType::Point, i, i)));
      feature.setValid(true);
    }
  });
}

// Each quantity has its own median.
Spent median(const std::vector<Spent> &runs) {
  const auto middle = [&](double Spent::*quantity) {
    std::vector<double> values;
    for (const Spent &run : runs)
      values.push_back(run.*quantity);
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
  };
  return {middle(&Spent::wall), middle(&Spent::client), middle(&Spent::server)};
}

void measure(const Work &work, int runs) {
  std::vector<Spent> spent[2];
  for (int run = 0; run < runs; ++run)
    for (int i = 0; i < 2; ++i)
      spent[i].push_back(work.run(*open(work.table, providers[i])));
  const Spent stock = median(spent[0]), ours = median(spent[1]);
  fmt::print("{:22}{:8.3f} {:6.2f}+{:5.2f}{:10.3f} {:6.2f}+{:5.2f}{:8.1f}", work.name, stock.wall,
             stock.client, stock.server, ours.wall, ours.client, ours.server, stock.wall / ours.wall);
  fmt::print("{:>8}\n", work.target > 0 ? fmt::format("{:.1f}", work.target) : "");
  std::fflush(stdout);
}

void heading(const char *what) {
  fmt::print("\n{:22}{:>8} {:>12}{:>10} {:>12}{:>8}{:>8}\n", what, providers[0], "QGIS+server", providers[1],
             "QGIS+server", "ratio", "target");
}

void print_floor(const char *name, int runs, const std::function<Spent()> &work) {
  std::vector<Spent> spent;
  for (int run = 0; run < runs; ++run)
    spent.push_back(work());
  const Spent floor = median(spent);
  fmt::print("{:43}{:10.3f} {:6.2f}+{:5.2f}\n", name, floor.wall, floor.client, floor.server);
  std::fflush(stdout);
}

void measure_floors(int runs) {
  const auto layer = open("points_int", providers[1]);
  fmt::print("\nfloors, a million rows\n");
  print_floor("COPY, thrown away: all", runs, [] { return copied("*"); });
  print_floor("COPY, thrown away: key, point", runs, [] { return copied("id, geom"); });
  print_floor("COPY, thrown away: key, one text", runs, [] { return copied("id, e"); });
  print_floor("COPY, thrown away: rectangle", runs, [] {
    return copied("*", "WHERE geom && ST_MakeEnvelope(850000, 6250000, 890000, 6280000, 2154)");
  });
  print_floor("features made of nothing: all", runs, [&] { return made(layer->fields(), true, true); });
  print_floor("features made of nothing: point", runs, [&] { return made(layer->fields(), false, true); });
  print_floor("features made of nothing: bare", runs, [&] { return made(layer->fields(), false, false); });
}

void measure_all(int runs, const std::string &only) {
  const auto chosen = [&](const Work &work) {
    return std::string(work.name).find(only) != std::string::npos;
  };
  heading("bigint key");
  for (const Work &work : reads())
    if (chosen(work))
      measure(work, runs);
  heading("int key");
  for (const Work &work : reads())
    if (chosen(work))
      measure(with_int_key(work), runs);
  heading("others");
  for (const Work &work : others())
    if (chosen(work))
      measure(work, runs);
  if (only.empty())
    measure_floors(runs);
}

int number(const char *name, int otherwise) {
  const char *text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoi(text);
}

} // namespace
} // namespace cortege::bench

int main(int argc, char **argv) {
  using namespace cortege::bench;
  QgsApplication application(argc, argv, false);
  QgsApplication::initQgis();
  try {
    make_tables();
    measure_all(number("CORTEGE_BENCH_RUNS", 3), argc > 1 ? argv[1] : "");
  } catch (const std::exception &error) {
    fmt::print(stderr, "bench_provider: {}\n", error.what());
    std::_Exit(1);
  }
  std::fflush(stdout);
  std::_Exit(0); // QGIS's own teardown is not what is measured
}
