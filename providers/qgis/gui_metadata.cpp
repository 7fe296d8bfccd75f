#include "providers/qgis/gui_metadata.hpp"

#include "providers/qgis/browser.hpp"
#include "providers/qgis/connection_dialog.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/source_select.hpp"
#include "providers/qgis/text.hpp"

#include <QAction>
#include <QMenu>
#include <QPointer>

namespace cortege::qgis {
GuiMetadata::GuiMetadata() : QgsProviderGuiMetadata(provider_key) {}

QList<QgsSourceSelectProvider *> GuiMetadata::sourceSelectProviders() {
  return {new SourceSelectProvider};
}
QList<QgsDataItemGuiProvider *> GuiMetadata::dataItemGuiProviders() {
  return {new BrowserMenus};
}

QString BrowserMenus::name() {
  return provider_description;
}

void BrowserMenus::populateContextMenu(QgsDataItem *item, QMenu *menu, const QList<QgsDataItem *> &,
                                       QgsDataItemGuiContext) {
  const QPointer<QgsDataItem> kept(item);
  const auto edit = [kept](const QString &name) {
    ConnectionDialog dialog(nullptr, name);
    if (dialog.exec() == QDialog::Accepted && kept)
      kept->refresh();
  };
  if (qobject_cast<ConnectionsItem *>(item) != nullptr)
    QObject::connect(menu->addAction(sentence("New Connection…")), &QAction::triggered, menu,
                     [edit] { edit(QString()); });
  if (qobject_cast<ConnectionItem *>(item) == nullptr)
    return;
  QObject::connect(menu->addAction(sentence("Edit Connection…")), &QAction::triggered, menu,
                   [edit, name = item->name()] { edit(name); });
  QObject::connect(menu->addAction(sentence("Remove Connection")), &QAction::triggered, menu,
                   [kept, name = item->name()] {
                     DatabaseConnection(name).remove(name);
                     if (kept && kept->parent())
                       kept->parent()->refreshConnections();
                   });
}

} // namespace cortege::qgis
