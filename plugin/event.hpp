#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <array>
#include <optional>

namespace cortege::plugin {

enum class Kind { march, gathering, operation, visit };
inline constexpr std::array all_kinds{Kind::march, Kind::gathering, Kind::operation, Kind::visit};

/// What the database calls a kind, and which of Annexe 1's fields it has.
struct KindFacts {
  const char *code;     ///< deambulatoire… as in cortege.adresse.evenement_type
  const char *table;    ///< in schema cortege
  const char *geometry; ///< column
  bool counts;          ///< persons, cars and the organiser's status
  bool theme;
  bool one_address;
};

const KindFacts &facts(Kind kind);
std::optional<Kind> kind_of(const QString &code);
/// Name for the person, translated.
QString kind_name(Kind kind);
QString kind_icon(Kind kind);

struct EventAddress {
  QString role; ///< depart, passage, arrivee or lieu
  QString label;
  std::optional<QgsPointXY> point;
  bool freehand = false; ///< the way from here to the next is drawn straight; not stored, the line is
};

/// One event as the person enters it: Annexe 1's fields and nothing else. Geometry is EPSG:2154.
struct Event {
  Kind kind = Kind::march;
  std::optional<qint64> id; ///< empty until saved
  int version = 0;
  QString status = QStringLiteral("transmis");
  QString subject;
  QString description;
  QDateTime begin;
  QDateTime end; ///< invalid: unknown
  std::optional<int> persons_expected, persons_declared, cars_expected, cars_declared;
  QString organiser;
  QString theme;
  QgsGeometry geometry;
  QList<EventAddress> addresses;
};

/// The closed lists of Annexe 1, as stored.
const QStringList &organisers();
const QStringList &themes();

} // namespace cortege::plugin
