#pragma once

#include <QObject>

class QgisInterface;
class QgsLayoutDesignerInterface;
class QgsTask;

namespace cortege::plugin {

class Session;

/// Puts on the register of exports (article 6) what QGIS writes from the platform's layers: a layer saved as
/// a file, a map saved as an image, a layout exported or printed, a list saved by the plugin. The purpose is
/// the habilitation's, the recipient the person. Lives in the interface thread.
class Exports : public QObject {
  Q_OBJECT

public:
  Exports(QgisInterface &qgis, Session &session);

private:
  void watch(long number);
  void watchDesigner(QgsLayoutDesignerInterface *designer);
  void layoutWritten(const QgsLayoutDesignerInterface &designer);
  /// `content` is what the digest is of when QGIS does not say which file it wrote.
  void declare(const QString &what, qint64 rows, const QString &file, const QByteArray &content);

  QgisInterface &qgis_;
  Session &session_;
};

} // namespace cortege::plugin
