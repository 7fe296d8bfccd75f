#include "plugin/help.hpp"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <qgsapplication.h>

namespace cortege::plugin {

namespace {

// A page of the guide: its pictures are no wider than the window, its titles can be gone to.
class Guide : public QTextBrowser {
public:
  using QTextBrowser::QTextBrowser;

  void goTo(const QString &title) {
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
      if (block.blockFormat().headingLevel() > 0 && block.text() == title) {
        verticalScrollBar()->setValue(int(document()->documentLayout()->blockBoundingRect(block).top()));
        return;
      }
  }

protected:
  QVariant loadResource(int type, const QUrl &name) override {
    const QVariant resource = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
      return resource;
    const QImage image(source().resolved(name).toLocalFile());
    const int room = viewport()->width() - 2 * int(document()->documentMargin());
    return image.width() > room ? QVariant(image.scaledToWidth(room, Qt::SmoothTransformation))
                                : QVariant(image);
  }
};

} // namespace

void show_help(QWidget *parent, const QString &page, const QString &section) {
  auto *dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("cortegeHelp"));
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
