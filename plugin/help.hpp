#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace cortege::plugin {

/// Opens the guide (docs/guide) at the title, else the paragraph, that begins so.
void show_help(QWidget *parent, const QString &page, const QString &section);

/// F1 in this widget and in all it holds, or on the map with this tool in hand, opens the guide there.
void set_help(QObject *what, const QString &page, const QString &section);

/// Makes F1 the guide's where the guide has something to say; elsewhere it stays QGIS's own.
class HelpKey : public QObject {
public:
  explicit HelpKey(QObject *parent = nullptr);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace cortege::plugin
