#pragma once

#include "plugin/counts.hpp"

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
  bool freehand = false;   ///< the way from here to the next is drawn by hand; not stored, the line is
  QList<QgsPointXY> bends; ///< of that way, in order
};

/// One event as the person enters it: Annexe 1's fields and nothing else. Geometry is EPSG:2154.
struct Event : Counts {
  Kind kind = Kind::march;
  std::optional<qint64> id; ///< empty until saved
  int version = 0;
  QString status = QStringLiteral("transmis");
  QString service; ///< whose it is; empty until saved
  QString subject;
  QString description;
  QDateTime begin;
  QDateTime end; ///< invalid: unknown
  QString organiser;
  QString theme;
  QgsGeometry geometry;
  QList<EventAddress> addresses;
};

/// What a stored status is called, translated.
QString status_name(const QString &status);

/// « deambulatoire:12 »
QString event_key(Kind kind, qint64 id);

/// The same event for another year: its dates on the same day of the year to come, nothing saved yet.
Event duplicate(Event event, const QDateTime &now);

/// Why an event is cancelled: the closed list, as stored.
const QStringList &cancel_reasons();

/// The closed lists of Annexe 1, as stored.
const QStringList &organisers();
const QStringList &themes();

} // namespace cortege::plugin
