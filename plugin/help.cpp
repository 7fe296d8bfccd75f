#include "plugin/help.hpp"

#include <QCoreApplication>
#include <QDialog>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <qgsapplication.h>

namespace cortege::plugin {

void show_help(QWidget *parent, const QString &page, const QString &section) {
  auto *dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("cortegeHelp"));
  dialog->setWindowTitle(QCoreApplication::translate("Help", "Guide of Cortège"));
  auto *text = new QTextBrowser(dialog);
  text->setOpenExternalLinks(true);
  text->setSource(QUrl::fromLocalFile(QgsApplication::prefixPath()
                                      + QStringLiteral("/share/cortege/guide/%1.md").arg(page)));
  auto *layout = new QVBoxLayout(dialog);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(text);
  dialog->resize(820, 700);
  dialog->show();
  // Once laid out: a title found, then brought to the top.
  QTimer::singleShot(0, text, [text, section] {
    if (text->find(section))
      text->ensureCursorVisible();
  });
}

} // namespace cortege::plugin
