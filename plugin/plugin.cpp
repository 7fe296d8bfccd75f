#include "plugin/plugin.hpp"

#include "plugin/connection_dialog.hpp"
#include "plugin/dock.hpp"
#include "plugin/exports.hpp"
#include "plugin/geocoder.hpp"
#include "plugin/help.hpp"
#include "plugin/locale.hpp"
#include "plugin/locator.hpp"
#include "plugin/processing/provider.hpp"
#include "plugin/project_loader.hpp"
#include "plugin/session.hpp"
#include "plugin/tension_panel.hpp"
#include "plugin/undrawn_layers.hpp"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QToolBar>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsmapcanvas.h>
#include <qgsprocessingregistry.h>

namespace cortege::plugin {

Plugin::Plugin(QgisInterface *qgis)
    : QgisPlugin(QStringLiteral("Cortège"), tr("Planning public space: events, addresses, routes"),
                 tr("Vector"), QStringLiteral("0.1"), QgisPlugin::UI),
      qgis_(*qgis) {}

Plugin::~Plugin() = default;

QAction *Plugin::action(const QString &icon, const QString &text, const QString &object) {
  auto *made = new QAction(QIcon(icon), text, this);
  made->setObjectName(object);
  menu_->addAction(made);
  toolbar_->addAction(made);
  return made;
}

// The keys are QGIS's to keep: a person changes them among its own shortcuts.
void Plugin::addCreation() {
  const std::pair<QString, QString> offers[] = {
      {tr("New &march"), QStringLiteral("Alt+Shift+D")},
      {tr("New &gathering"), QStringLiteral("Alt+Shift+S")},
      {tr("New programmed &operation"), QStringLiteral("Alt+Shift+O")},
      {tr("New official &visit"), QStringLiteral("Alt+Shift+V")}};
  for (const Kind kind : all_kinds) {
    const auto &[text, keys] = offers[static_cast<std::size_t>(kind)];
    QAction *create = action(kind_icon(kind), text,
                             QStringLiteral("cortegeActionNew_%1").arg(QLatin1String(facts(kind).code)));
    qgis_.registerMainWindowAction(create, keys);
    connect(create, &QAction::triggered, this, [this, kind] { dock_->create(kind); });
    create_.append(create);
  }
}

void Plugin::initGui() {
  if (translator_.load(QStringLiteral("cortege_") + QgsApplication::locale().left(2),
                       QgsApplication::prefixPath() + QStringLiteral("/share/cortege/i18n")))
    QCoreApplication::installTranslator(&translator_);
  set_person_language(QgsApplication::locale());
  help_key_ = std::make_unique<HelpKey>();
  session_ = std::make_unique<Session>();
  exports_ = std::make_unique<Exports>(qgis_, *session_);
  undrawn_ = std::make_unique<UndrawnLayers>(qgis_);
  toolbar_ = qgis_.addToolBar(tr("Cortège"));
  toolbar_->setObjectName(QStringLiteral("CortegeToolBar"));
  menu_ = new QMenu(tr("Cortè&ge"), qgis_.mainWindow());
  menu_->setObjectName(QStringLiteral("CortegeMenu"));
  qobject_cast<QMainWindow *>(qgis_.mainWindow())->menuBar()->addMenu(menu_);
  dock_ = new Dock(qgis_, *session_, qgis_.mainWindow());
  qgis_.addDockWidget(Qt::RightDockWidgetArea, dock_);

  connect_ = action(QStringLiteral(":/cortege/connect.svg"), tr("&Connect…"),
                    QStringLiteral("cortegeActionConnect"));
  addCreation();
  layers_ = action(QStringLiteral(":/cortege/layers.svg"), tr("&Load the Cortège layers"),
                   QStringLiteral("cortegeActionLayers"));
  tension_ = new TensionPanel(qgis_, *session_, qgis_.mainWindow());
  qgis_.addDockWidget(Qt::RightDockWidgetArea, tension_);
  tension_->hide();
  QAction *tension = action(QStringLiteral(":/cortege/tension.svg"), tr("Live &tension"),
                            QStringLiteral("cortegeActionTension"));
  tension->setCheckable(true);
  tension_->setToggleVisibilityAction(tension); // shows it in front when it is behind the other
  // Behind each other, not one above the other; later the person has it where they put it. Qt does so only
  // with docks that are shown.
  auto *once = new QObject(tension_);
  connect(tension_, &QgsDockWidget::opened, once, [this, once] {
    qobject_cast<QMainWindow *>(qgis_.mainWindow())->tabifyDockWidget(dock_, tension_);
    tension_->raise();
    once->deleteLater();
  });
  QAction *toggle = dock_->toggleViewAction();
  toggle->setText(tr("&Agenda of Cortège"));
  toggle->setIcon(QIcon(QStringLiteral(":/cortege/agenda.svg")));
  menu_->addAction(toggle);
  toolbar_->addAction(toggle);

  connect(connect_, &QAction::triggered, this, &Plugin::connectServer);
  connect(layers_, &QAction::triggered, this, &Plugin::loadLayers);
  connect(dock_, &Dock::connectRequested, this, &Plugin::connectServer);
  connect(session_.get(), &Session::opened, this, &Plugin::opened);
  connect(session_.get(), &Session::changed, this, &Plugin::showActions);
  connect(session_.get(), &Session::closed, this, &Plugin::showActions);
  geocoder_ = std::make_unique<Geocoder>(*session_);
  locator_ = new Locator(*geocoder_, qgis_.mapCanvas());
  qgis_.registerLocatorFilter(locator_);
  processing_ = new ProcessingProvider(*geocoder_);
  connect(processing_, &ProcessingProvider::fileWritten, session_.get(), &Session::fileWritten);
  QgsApplication::processingRegistry()->addProvider(processing_);
  showActions();
  openStored();
}

// QGIS may have to ask for its master password: once its window is there, and after what loads the plugin.
void Plugin::openStored() {
  const ConnectionSettings stored = ConnectionSettings::stored();
  if (!stored.complete())
    return;
  const auto open = [session = session_.get(), stored] { session->open(stored); };
  if (qgis_.mainWindow()->isVisible())
    QTimer::singleShot(0, session_.get(), open);
  else
    connect(&qgis_, &QgisInterface::initializationCompleted, session_.get(), open);
}

void Plugin::unload() {
  for (QAction *create : create_)
    qgis_.unregisterMainWindowAction(create);
  qgis_.deregisterLocatorFilter(locator_);
  QgsApplication::processingRegistry()->removeProvider(processing_);
  session_->close();
  if (loader_) {
    // It works for the plugin: it must have ended.
    loader_->cancel();
    loader_->waitForFinished();
  }
  for (QDockWidget *dock : {static_cast<QDockWidget *>(dock_), static_cast<QDockWidget *>(tension_)})
    if (dock)
      qgis_.removeDockWidget(dock);
  delete tension_;
  delete dock_;
  delete toolbar_;
  delete menu_;
  help_key_.reset();
  undrawn_.reset();
  exports_.reset();
  session_.reset();
  Worker::farewell();
  QCoreApplication::removeTranslator(&translator_);
  deleteLater(); // QGIS forgets a plugin without deleting it
}

void Plugin::connectServer() {
  ConnectionDialog dialog(qgis_.mainWindow());
  if (dialog.exec() != QDialog::Accepted || !dialog.settings().complete())
    return;
  dialog.settings().store();
  session_->open(dialog.settings());
}

void Plugin::opened() {
  showActions();
  dock_->show();
}

// Only what the person may do is shown: entering is for those who enter, layers for those who read.
void Plugin::showActions() {
  const bool connected = session_->connected();
  const Person person = session_->person().value_or(Person());
  for (QAction *create : create_)
    create->setVisible(connected && person.enters && person.convention);
  layers_->setVisible(connected && (person.reads() || person.platform));
}

} // namespace cortege::plugin
