#include "plugin/help.hpp"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <qgsapplication.h>
#include <qgsmapcanvas.h>
#include <qgsmaptool.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingalgorithmdialogbase.h>
#include <qgsprocessingprovider.h>

namespace cortege::plugin {

namespace {

// A page of the guide: its pictures are no wider than the window, its titles can be gone to.
class Guide : public QTextBrowser {
public:
  using QTextBrowser::QTextBrowser;

  void goTo(const QString &section) {
    QTextBlock place;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
      if (!block.text().startsWith(section))
        continue;
      if (!place.isValid() || block.blockFormat().headingLevel() > 0)
        place = block;
      if (block.blockFormat().headingLevel() > 0)
        break;
    }
    if (place.isValid())
      verticalScrollBar()->setValue(int(document()->documentLayout()->blockBoundingRect(place).top()));
  }

protected:
  QVariant loadResource(int type, const QUrl &name) override {
    QVariant resource = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
      return resource;
    const QImage image(source().resolved(name).toLocalFile());
    const int room = viewport()->width() - 2 * int(document()->documentMargin());
    return image.width() > room ? QVariant(image.scaledToWidth(room, Qt::SmoothTransformation))
                                : QVariant(image);
  }
};

constexpr const char *place_property = "cortegeHelp";

// Of an algorithm: its own help's address says where in the guide.
QStringList place_of(const QgsProcessingAlgorithm *algorithm) {
  if (!algorithm || !algorithm->provider() || algorithm->provider()->id() != QLatin1String("cortege"))
    return {};
  const QUrl help(algorithm->helpUrl());
  return {QFileInfo(help.toLocalFile()).completeBaseName(), help.fragment(QUrl::FullyDecoded)};
}

// The nearest that says so, from the inside out: page and section; empty when the guide says nothing of it.
QStringList place_of(QObject *what) {
  for (; what; what = what->parent()) {
    if (const QVariant place = what->property(place_property); place.isValid())
      return place.toStringList();
    if (const auto *canvas = qobject_cast<QgsMapCanvas *>(what); canvas && canvas->mapTool())
      return canvas->mapTool()->property(place_property).toStringList();
    if (auto *dialog = qobject_cast<QgsProcessingAlgorithmDialogBase *>(what))
      return place_of(dialog->algorithm());
  }
  return {};
}

} // namespace

HelpKey::HelpKey(QObject *parent) : QObject(parent) {
  QCoreApplication::instance()->installEventFilter(this);
}

// QGIS's own F1 is a shortcut: who wants the key says so before it is looked for.
bool HelpKey::eventFilter(QObject *watched, QEvent *event) {
  const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
  if (!key || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F1)
    return false;
  auto *widget = qobject_cast<QWidget *>(watched);
  const QStringList place = place_of(widget);
  if (place.size() != 2)
    return false;
  event->accept();
  if (event->type() == QEvent::KeyPress)
    show_help(widget->window(), place[0], place[1]);
  return true;
}

void set_help(QObject *what, const QString &page, const QString &section) {
  what->setProperty(place_property, QStringList{page, section});
}

void show_help(QWidget *parent, const QString &page, const QString &section) {
  auto *dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("cortegeHelp"));
  dialog->setProperty(place_property, QStringList()); // the guide has no guide
  dialog->setWindowTitle(QCoreApplication::translate("Help", "Guide of Cortège"));
  auto *guide = new Guide(dialog);
  guide->setOpenExternalLinks(true);
  guide->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  auto *layout = new QVBoxLayout(dialog);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(guide);
  dialog->resize(820, 700);
  dialog->show();
  guide->setSource(QUrl::fromLocalFile(QgsApplication::prefixPath()
                                       + QStringLiteral("/share/cortege/guide/%1.md").arg(page)));
  QTimer::singleShot(0, guide, [guide, section] { guide->goTo(section); });
}

} // namespace cortege::plugin
