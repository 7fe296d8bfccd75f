#include "plugin/history_dialog.hpp"

#include "plugin/explain.hpp"
#include "plugin/field_text.hpp"
#include "plugin/help.hpp"
#include "plugin/locale.hpp"
#include "plugin/session.hpp"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <qgsjsonutils.h>

namespace cortege::plugin {

struct Version {
  QDateTime at;
  QString by, operation;
  QJsonObject before, after;
  QString addresses_before, addresses_after; ///< one after the other
};

namespace {

QList<Version> read_history(Line &line, Kind kind, qint64 id) {
  const pg::Result rows = line.ask("SELECT extract(epoch FROM le), par, operation, avant::text, apres::text, "
                                   "adresses_avant, adresses_apres "
                                   "FROM cortege.histoire($1, $2)",
                                   pg::Parameters(facts(kind).code, static_cast<long long>(id)));
  QList<Version> versions;
  for (int row = 0; row < rows.rows(); ++row)
    versions.append({QDateTime::fromMSecsSinceEpoch(qint64(1000 * rows.get<double>(row, 0))),
                     text_of(rows, row, 1), text_of(rows, row, 2),
                     QJsonDocument::fromJson(text_of(rows, row, 3).toUtf8()).object(),
                     QJsonDocument::fromJson(text_of(rows, row, 4).toUtf8()).object(), text_of(rows, row, 5),
                     text_of(rows, row, 6)});
  return versions;
}

// What the base computes is no change of anybody's; a shape is told, its coordinates are not read.
QString field_name(const QString &column) {
  static const QHash<QString, const char *> names{
      {QStringLiteral("objet"), QT_TRANSLATE_NOOP("History", "Subject")},
      {QStringLiteral("description"), QT_TRANSLATE_NOOP("History", "Description")},
      {QStringLiteral("debut"), QT_TRANSLATE_NOOP("History", "Start")},
      {QStringLiteral("fin"), QT_TRANSLATE_NOOP("History", "End")},
      {QStringLiteral("personnes_attendues"), QT_TRANSLATE_NOOP("History", "Persons expected")},
      {QStringLiteral("personnes_declarees"), QT_TRANSLATE_NOOP("History", "Persons declared")},
      {QStringLiteral("voitures_attendues"), QT_TRANSLATE_NOOP("History", "Cars expected")},
      {QStringLiteral("voitures_declarees"), QT_TRANSLATE_NOOP("History", "Cars declared")},
      {QStringLiteral("statut_organisateur"), QT_TRANSLATE_NOOP("History", "Organiser's status")},
      {QStringLiteral("theme"), QT_TRANSLATE_NOOP("History", "Theme")},
      {QStringLiteral("statut"), QT_TRANSLATE_NOOP("History", "Status")},
      {QStringLiteral("trace"), QT_TRANSLATE_NOOP("History", "On the map")},
      {QStringLiteral("emprise"), QT_TRANSLATE_NOOP("History", "On the map")},
      {QStringLiteral("lieux"), QT_TRANSLATE_NOOP("History", "On the map")}};
  const char *name = names.value(column);
  return name ? QCoreApplication::translate("History", name) : QString();
}

QString value_text(const QString &column, const QJsonValue &value) {
  if (value.isNull() || value.isUndefined())
    return field_text(QString());
  if (value.isObject())
    return field_text(QgsJsonUtils::geometryFromGeoJson(
        QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))));
  if (column == "debut" || column == "fin")
    return field_text(QDateTime::fromString(value.toString(), Qt::ISODate).toLocalTime());
  if (column == "statut")
    return status_name(value.toString());
  return value.isDouble() ? field_text(std::optional(value.toInt())) : field_text(value.toString());
}

// Two shapes may read the same.
void tell_change(QTreeWidgetItem &version, const QString &field, const QString &before,
                 const QString &after) {
  new QTreeWidgetItem(
      &version,
      {field, before, before == after ? HistoryDialog::tr("%1, drawn differently").arg(after) : after});
}

} // namespace

HistoryDialog::HistoryDialog(Session &session, Kind kind, qint64 id, QWidget *parent)
    : QDialog(parent), tree_(new QTreeWidget(this)), note_(new QLabel(tr("Reading…"), this)) {
  setObjectName(QStringLiteral("cortegeHistory"));
  setWindowTitle(tr("History of the event"));
  set_help(this, QStringLiteral("agent"), QStringLiteral("Plus"));
  tree_->setObjectName(QStringLiteral("cortegeHistoryTree"));
  tree_->setHeaderLabels({tr("When and who, field"), tr("Before"), tr("After")});
  tree_->header()->setSectionResizeMode(QHeaderView::Stretch);
  tree_->setAlternatingRowColors(true);
  tree_->setSelectionMode(QAbstractItemView::NoSelection);
  tree_->setWordWrap(true);
  note_->setWordWrap(true);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *layout = new QVBoxLayout(this);
  layout->addWidget(tree_);
  layout->addWidget(note_);
  layout->addWidget(buttons);
  resize(720, 420);
  if (session.steady())
    session.steady()->run<QList<Version>>(
        this, [kind, id](Line &line) { return read_history(line, kind, id); },
        [this](const QList<Version> &versions) { tell(versions); },
        [this](const pg::Error &error) { note_->setText(explain(error)); });
}

void HistoryDialog::tell(const QList<Version> &versions) {
  for (const Version &version : versions) {
    auto *item = new QTreeWidgetItem(
        tree_, {tr("%1, %2").arg(person_locale().toString(version.at, QStringLiteral("dd/MM/yyyy HH:mm")),
                                 version.by)});
    if (version.before.isEmpty())
      item->setText(2, tr("entered"));
    else if (version.after.isEmpty())
      item->setText(2, tr("deleted"));
    else
      for (const QString &column : version.after.keys())
        if (const QString name = field_name(column);
            !name.isEmpty() && version.before[column] != version.after[column])
          tell_change(*item, name, value_text(column, version.before[column]),
                      value_text(column, version.after[column]));
    if (!version.before.isEmpty() && version.addresses_before != version.addresses_after)
      new QTreeWidgetItem(
          item, {tr("Addresses"), field_text(version.addresses_before), field_text(version.addresses_after)});
    if (!version.before.isEmpty() && !version.after.isEmpty() && item->childCount() == 0)
      delete item; // what the base computed
  }
  tree_->expandAll();
  note_->setText(tr("Nothing is kept of this event for your service."));
  note_->setVisible(tree_->topLevelItemCount() == 0);
}

} // namespace cortege::plugin
