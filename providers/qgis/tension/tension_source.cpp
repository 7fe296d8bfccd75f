#include "providers/qgis/tension/tension_source.hpp"

#include "engine/error.hpp"
#include "providers/qgis/text.hpp"
#include "providers/tension/model_file.hpp"

#include <qgsapplication.h>

namespace cortege::qgis {
namespace {

QDateTime instant(const QString &text) {
  if (text.isEmpty())
    return {};
  const QDateTime read = QDateTime::fromString(text, Qt::ISODate);
  if (!read.isValid())
    throw engine::Error(
        sentence("%1 is no date of the source: write 2026-11-28T12:00.").arg(text).toStdString());
  return read;
}

engine::Instant to_instant(const QDateTime &time) {
  return engine::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

TensionSourceUri read_tension_uri(const QString &text) {
  TensionSourceUri source{QgsDataSourceUri(text), {}, {}, {}};
  source.model = source.database.param(QStringLiteral("model"));
  if (source.model.isEmpty())
    throw engine::Error(tr("The source names no model: add model='espace_public'."));
  source.window = QgsDateTimeRange(instant(source.database.param(QStringLiteral("from"))),
                                   instant(source.database.param(QStringLiteral("to"))), true, false);
  source.source = source.database.param(QStringLiteral("source"));
  for (const char *own : {"model", "from", "to", "source"})
    source.database.removeParam(QLatin1String(own));
  return source;
}

engine::TensionModel load_model(const QString &name, const QString &source) {
  const QString folder = QgsApplication::prefixPath() + QStringLiteral("/share/cortege/metadata/tension");
  const auto file = tension::find_model(name.toStdString(), folder.toStdString());
  engine::TensionModel model = tension::read_model(file);
  if (!source.isEmpty()) {
    std::erase_if(model.sources, [&](const auto &one) { return from_utf8(one.name) != source; });
    if (model.sources.empty())
      throw engine::Error(sentence("The model %1 has no source %2.").arg(name, source).toStdString());
  }
  return model;
}

engine::Window window_of(const QgsDateTimeRange &asked, const QgsDateTimeRange &own) {
  QgsDateTimeRange range = asked.begin().isValid() || asked.end().isValid() ? asked : own;
  const QDateTime today = QDate::currentDate().startOfDay();
  const QDateTime begin = range.begin().isValid() ? range.begin()
                          : range.end().isValid() ? range.end().addDays(-1)
                                                  : today;
  const QDateTime end = range.end().isValid() ? range.end() : begin.addDays(1);
  return {to_instant(begin), to_instant(std::max(begin, end))};
}

} // namespace cortege::qgis
