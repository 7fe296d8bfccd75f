#include "plugin/exports.hpp"

#include "plugin/explain.hpp"
#include "plugin/processing/platform.hpp"
#include "plugin/session.hpp"

#include <QCryptographicHash>
#include <QDomDocument>
#include <QFile>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgslayout.h>
#include <qgslayoutdesignerinterface.h>
#include <qgslayoutitemmap.h>
#include <qgsmapcanvas.h>
#include <qgsmaprenderertask.h>
#include <qgsmasterlayoutinterface.h>
#include <qgsmessagebar.h>
#include <qgsrasterfilewritertask.h>
#include <qgsreadwritecontext.h>
#include <qgstaskmanager.h>
#include <qgsvectorfilewritertask.h>
#include <qgsvectorlayer.h>

namespace cortege::plugin {

namespace {

/// Names of the platform's layers among these.
QStringList names_of(const QList<QgsMapLayer *> &layers) {
  QStringList names;
  for (const QgsMapLayer *layer : layers)
    if (of_platform(layer) && !names.contains(layer->name()))
      names.append(layer->name());
  return names;
}

/// SHA-256 of a file, or of what stands for it, in hexadecimal; empty when the file cannot be read.
std::string digest_of(const QString &file, const QByteArray &content) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  QFile written(file);
  if (file.isEmpty())
    hash.addData(content);
  else if (!written.open(QIODevice::ReadOnly) || !hash.addData(&written))
    return {};
  return hash.result().toHex().toStdString();
}

} // namespace

Exports::Exports(QgisInterface &qgis, Session &session) : qgis_(qgis), session_(session) {
  connect(QgsApplication::taskManager(), &QgsTaskManager::taskAdded, this, &Exports::watch);
  connect(&qgis_, &QgisInterface::layoutDesignerOpened, this, &Exports::watchDesigner);
  for (QgsLayoutDesignerInterface *designer : qgis_.openLayoutDesigners())
    watchDesigner(designer);
  connect(&session_, &Session::fileWritten, this,
          [this](const QString &what, qint64 rows, const QString &file) { declare(what, rows, file, {}); });
}

// The dialogs that save are modal: the layer being saved is the active one when their task is added.
void Exports::watch(long number) {
  QgsTask *task = QgsApplication::taskManager()->task(number);
  const QgsMapLayer *layer = qgis_.activeLayer();
  const QString name = layer ? layer->name() : QString();
  if (auto *vector = qobject_cast<QgsVectorFileWriterTask *>(task); vector && of_platform(layer))
    connect(vector, &QgsVectorFileWriterTask::completed, this,
            [this, name](const QString &file, const QString &part) {
              const QgsVectorLayer written(
                  part.isEmpty() ? file : file + QStringLiteral("|layername=") + part, part);
              declare(name, std::max<qint64>(written.featureCount(), 0), file, {});
            });
  else if (auto *raster = qobject_cast<QgsRasterFileWriterTask *>(task); raster && of_platform(layer))
    connect(raster, &QgsRasterFileWriterTask::writeComplete, this,
            [this, name](const QString &file) { declare(name, 1, file, {}); });
  else if (auto *image = qobject_cast<QgsMapRendererTask *>(task)) {
    const QString shown = names_of(qgis_.mapCanvas()->layers()).join(QStringLiteral(", "));
    const QString extent = qgis_.mapCanvas()->extent().toString(0);
    if (!shown.isEmpty())
      connect(image, &QgsMapRendererTask::renderingComplete, this, [this, shown, extent] {
        declare(QStringLiteral("image de la carte : ") + shown, 1, {}, (shown + extent).toUtf8());
      });
  }
}

void Exports::watchDesigner(QgsLayoutDesignerInterface *designer) {
  connect(designer, &QgsLayoutDesignerInterface::layoutExported, this,
          [this, designer] { layoutWritten(*designer); });
}

// QGIS does not say which file a layout went to, nor a printer: the digest is of the layout itself.
void Exports::layoutWritten(const QgsLayoutDesignerInterface &designer) {
  auto &mutable_designer = const_cast<QgsLayoutDesignerInterface &>(designer);
  QgsLayout *layout = mutable_designer.layout();
  QList<QgsLayoutItemMap *> maps;
  layout->layoutItems(maps);
  QList<QgsMapLayer *> layers;
  for (QgsLayoutItemMap *map : maps)
    layers += map->layersToRender();
  const QStringList shown = names_of(layers);
  if (shown.isEmpty())
    return;
  QDomDocument document;
  document.appendChild(layout->writeXml(document, QgsReadWriteContext()));
  declare(QStringLiteral("mise en page « %1 » : %2")
              .arg(mutable_designer.masterLayout()->name(), shown.join(QStringLiteral(", "))),
          1, {}, document.toByteArray());
}

void Exports::declare(const QString &what, qint64 rows, const QString &file, const QByteArray &content) {
  const QString title = tr("Register of exports");
  const auto refused = [this, title, what](const QString &why) {
    qgis_.messageBar()->pushWarning(
        title, tr("The export of %1 is not on the register: %2 Declare it with `cortege export declare`.")
                   .arg(what, why));
  };
  if (!session_.connected())
    return refused(tr("you are not connected to Cortège."));
  session_.side()->run<QString>(
      this,
      [what, rows, file, content](Line &line) {
        const pg::Result row = line.ask(
            "SELECT convention.declarer_export($1, $2, finalite, session_user, $3), finalite"
            " FROM (SELECT habilitation.moi() ->> 'finalite' AS finalite) m",
            pg::Parameters(what.toStdString(), static_cast<long long>(rows), digest_of(file, content)));
        return text_of(row, 0, 0) + QLatin1Char('|') + text_of(row, 0, 1);
      },
      [this, title, what](const QString &row) {
        qgis_.messageBar()->pushInfo(
            title, tr("%1 is export number %2, for “%3”, held by you.")
                       .arg(what, row.section(QLatin1Char('|'), 0, 0), row.section(QLatin1Char('|'), 1)));
      },
      [refused](const pg::Error &error) { refused(explain(error)); });
}

} // namespace cortege::plugin
