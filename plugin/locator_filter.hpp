#pragma once

#include <qgslocatorfilter.h>

class QgsMapCanvas;

namespace cortege::plugin {

class Session;

/// Addresses, streets, crossings and places in QGIS's locator (prefix « ad »).
class LocatorFilter : public QgsLocatorFilter {
  Q_OBJECT

public:
  LocatorFilter(Session &session, QgsMapCanvas &canvas);

  QgsLocatorFilter *clone() const override { return new LocatorFilter(session_, canvas_); }
  QString name() const override { return QStringLiteral("cortege_addresses"); }
  QString displayName() const override { return tr("Addresses and places (Cortège)"); }
  Priority priority() const override { return Highest; }
  QString prefix() const override { return QStringLiteral("ad"); }
  void fetchResults(const QString &text, const QgsLocatorContext &context, QgsFeedback *feedback) override;
  void triggerResult(const QgsLocatorResult &result) override;

private:
  Session &session_;
  QgsMapCanvas &canvas_;
};

} // namespace cortege::plugin
