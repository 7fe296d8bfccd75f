#include "providers/qgis/announcement.hpp"

#include "providers/qgis/conjuncts.hpp"
#include "providers/qgis/period_filter.hpp"

#include <QStringList>
#include <qgsexpression.h>

#include <algorithm>
#include <cmath>

namespace cortege::qgis {
namespace {

constexpr int most_bytes = 63; // PostgreSQL's NAMEDATALEN - 1
constexpr int most_of_name = 40;
constexpr int lambert_93 = 2154;
constexpr double farthest = 99999999;

QString extent_of(const Relation &relation, const QgsFeatureRequest &request) {
  const QgsRectangle box = request.filterRect();
  if (relation.geometry.srid != lambert_93 || box.isNull() || !box.isFinite())
    return {};
  QStringList corners;
  for (const double corner : {std::floor(box.xMinimum()), std::floor(box.yMinimum()),
                              std::ceil(box.xMaximum()), std::ceil(box.yMaximum())})
    corners << QString::number(qlonglong(std::clamp(corner, -farthest, farthest)));
  return corners.join(',');
}

QString window_text(const Relation &relation, const QgsFeatureRequest &request) {
  const QgsExpression *filter = request.filterExpression();
  if (filter == nullptr)
    return {};
  const auto window = window_of(conjuncts_of(*filter), relation);
  if (!window)
    return {};
  const auto minute = [](const QDateTime &instant) {
    return instant.toUTC().toString(QStringLiteral("yyMMddHHmm"));
  };
  return minute(window->from) + '/' + minute(window->to);
}

// Nothing that the record's form gives a meaning to, nothing that PostgreSQL would replace.
QString plain(const QString &name) {
  QString text;
  for (const QChar c : name.normalized(QString::NormalizationForm_D))
    if (c.unicode() > ' ' && c.unicode() < 127 && c != '|')
      text += c;
  return text.isEmpty() ? QStringLiteral("requete") : text;
}

} // namespace

std::string announcement(const Relation &relation, const QgsFeatureRequest &request) {
  const QString rest = '|' + extent_of(relation, request) + '|' + window_text(relation, request);
  return (plain(relation.name).left(std::min(most_of_name, most_bytes - int(rest.size()))) + rest)
      .toStdString();
}

} // namespace cortege::qgis
