#include "providers/qgis/edit_messages.hpp"

#include "providers/qgis/encode.hpp"
#include "providers/qgis/feature_ids.hpp"
#include "providers/qgis/text.hpp"

namespace cortege::qgis {
namespace {

QString shown(const std::optional<std::string> &value) {
  return value ? QStringLiteral("« %1 »").arg(QString::fromStdString(*value)) : sentence("(empty)");
}

} // namespace

QString autogenerate() {
  return sentence("Autogenerate");
}

std::string name_of(const Relation &relation, QgsFeatureId id) {
  return sentence("Row %1 of %2")
      .arg(relation.key.kind == KeyKind::integer ? integer_of_id(id) : id)
      .arg(relation.name)
      .toStdString();
}

std::string name_of(const Relation &relation, const QgsFeature &feature) {
  // A new row has no key yet: its first text tells the person which one it is.
  const QgsAttributes attributes = feature.attributes();
  for (int i = 0; i < relation.columns.size() && i < attributes.size(); ++i)
    if (relation.columns[i].kind == Kind::text && !relation.columns[i].in_key
        && !attributes.at(i).toString().isEmpty())
      return sentence("New row « %1 » of %2")
          .arg(attributes.at(i).toString().left(60), relation.name)
          .toStdString();
  return sentence("New row of %1").arg(relation.name).toStdString();
}

std::string gone(const QString &name) {
  return sentence("%1 was deleted by someone else or is no longer yours to see; nothing was saved. Reload "
                  "the layer.")
      .arg(name)
      .toStdString();
}

std::string not_changed(const QString &name) {
  return sentence("%1 may not be changed by you: a rule of access protects it; nothing was saved.")
      .arg(name)
      .toStdString();
}

std::string not_removed(const QString &name) {
  return sentence("%1 may not be deleted by you: a rule of access protects it; nothing was saved.")
      .arg(name)
      .toStdString();
}

std::string not_inserted(const std::string &name) {
  return sentence("%1 was discarded by the database; nothing was saved.")
      .arg(QString::fromStdString(name))
      .toStdString();
}

std::string unknown_field(int index) {
  return sentence("The layer has no field number %1; nothing was saved. Reload the layer.")
      .arg(index)
      .toStdString();
}

std::string conflict_text(const Relation &relation, const QString &name, const QgsAttributeMap *mine,
                          const pg::Result &row) {
  QString text = sentence("%1 was changed by someone else since you opened it; nothing was saved.").arg(name);
  if (mine == nullptr)
    return text.toStdString();
  for (auto entry = mine->begin(); entry != mine->end(); ++entry) {
    const Column &column = relation.columns[entry.key()];
    const auto theirs = row.get<std::optional<std::string>>(0, entry.key() + 1);
    text += '\n'
            + sentence("%1: yours %2, in the database %3")
                  .arg(column.name, shown(encode(column, entry.value())), shown(theirs));
  }
  return text.toStdString();
}

pg::Error refused(const pg::Error &error, const std::string &name) {
  const QString row = QString::fromStdString(name);
  const QString reason = from_utf8(error.full());
  const QString text =
      error.denied() ? sentence("%1 was refused: you do not have the right, or a rule of access forbids it; "
                                "nothing was saved. %2")
                           .arg(row, reason)
                     : sentence("%1 was refused by the database; nothing was saved. %2").arg(row, reason);
  return pg::Error(text.toStdString(), error.sqlstate());
}

} // namespace cortege::qgis
