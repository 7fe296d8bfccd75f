#include "providers/qgis/save.hpp"

#include "providers/qgis/edit_buffer.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/row_writer.hpp"
#include "providers/qgis/sure_commit.hpp"
#include "providers/qgis/text.hpp"

#include <QMessageBox>
#include <QPushButton>
#include <qgsvectorlayer.h>
#include <qgsvectorlayereditbuffer.h>

#include <memory>
#include <vector>

namespace cortege::qgis {
namespace {

struct Part {
  QgsVectorLayer *layer;
  Provider *provider;
  BufferedEdits edits;
};

std::vector<Part> parts_of(const QList<QgsVectorLayer *> &layers) {
  std::vector<Part> parts;
  for (QgsVectorLayer *layer : layers) {
    if (layer->editBuffer() == nullptr)
      continue;
    auto *provider = dynamic_cast<Provider *>(layer->dataProvider());
    if (provider == nullptr
        || (!parts.empty() && provider->access().key() != parts.front().provider->access().key()))
      throw pg::Error(tr("These layers are not all of one database and one login: save them one by one."));
    parts.push_back({layer, provider, buffered_edits(*layer)});
  }
  return parts;
}

void write(RowWriter &writer, BufferedEdits &edits) {
  writer.remove(edits.deleted);
  std::vector<RowChange> changes;
  for (auto entry = edits.attributes.begin(); entry != edits.attributes.end(); ++entry) {
    const auto geometry = edits.geometries.find(entry.key());
    changes.push_back(
        {entry.key(), &entry.value(), geometry == edits.geometries.end() ? nullptr : &geometry.value()});
  }
  for (auto entry = edits.geometries.begin(); entry != edits.geometries.end(); ++entry)
    if (!edits.attributes.contains(entry.key()))
      changes.push_back({entry.key(), nullptr, &entry.value()});
  writer.update(changes);
  if (!edits.added.isEmpty())
    writer.insert(edits.added);
}

// The transaction that covers every layer; who is being written is kept for the message.
void write_all(std::vector<Part> &parts, const Part *&current) {
  const Access access = parts.front().provider->access();
  const auto session = take_session(access);
  std::vector<RowWriter> writers;
  in_sure_transaction(*session, access, [&] {
    for (Part &part : parts) {
      current = &part;
      writers.push_back(part.provider->writer(*session));
      write(writers.back(), part.edits);
    }
  });
  for (RowWriter &writer : writers)
    writer.settle();
}

SaveOutcome failed(const pg::Error &error, const Part *part) {
  if (part != nullptr)
    part->provider->tell(error);
  SaveOutcome outcome{false, from_utf8(error.full()), std::nullopt};
  return outcome;
}

enum class Choice { mine, theirs, later };

Choice ask(const SaveOutcome &outcome, QWidget *parent) {
  QMessageBox box(QMessageBox::Warning, sentence("Changed by someone else"), outcome.message,
                  QMessageBox::NoButton, parent);
  box.setObjectName(QStringLiteral("cortegeConflict"));
  const auto *mine = box.addButton(sentence("Keep mine"), QMessageBox::AcceptRole);
  const auto *theirs = box.addButton(sentence("Take theirs"), QMessageBox::DestructiveRole);
  const auto *later = box.addButton(sentence("Go on editing"), QMessageBox::RejectRole);
  box.setDefaultButton(const_cast<QPushButton *>(later));
  box.exec();
  return box.clickedButton() == mine     ? Choice::mine
         : box.clickedButton() == theirs ? Choice::theirs
                                         : Choice::later;
}

void settle_conflict(const SaveOutcome::Conflict &conflict, Choice choice) {
  auto *provider = dynamic_cast<Provider *>(conflict.layer->dataProvider());
  if (choice == Choice::mine)
    provider->state()->versions.set_base(conflict.id, conflict.version);
  else
    drop_edits_of(*conflict.layer, conflict.id);
}

} // namespace

SaveOutcome save_buffers(const QList<QgsVectorLayer *> &layers) {
  const Part *current = nullptr;
  std::vector<Part> parts;
  try {
    parts = parts_of(layers);
    if (parts.empty())
      return {true, {}, std::nullopt};
    current = &parts.front();
    try {
      write_all(parts, current);
    } catch (const pg::Error &error) {
      if (!error.connection_lost())
        throw;
      close_sessions(
          current->provider->access()); // a pooled connection had died unnoticed: nothing was begun
      write_all(parts, current);
    }
  } catch (const Conflict &conflict) {
    SaveOutcome outcome = failed(conflict, current);
    outcome.conflict = SaveOutcome::Conflict{current->layer, conflict.id(), conflict.version()};
    return outcome;
  } catch (const pg::Error &error) {
    return failed(error, current);
  }
  for (Part &part : parts) {
    part.provider->changed_by_us();
    empty_buffer(*part.layer, part.edits);
  }
  return {true, {}, std::nullopt};
}

SaveOutcome save_choosing(const QList<QgsVectorLayer *> &layers, QWidget *parent) {
  SaveOutcome outcome = save_buffers(layers);
  while (!outcome.saved && outcome.conflict) {
    const Choice choice = ask(outcome, parent);
    if (choice == Choice::later)
      break;
    settle_conflict(*outcome.conflict, choice);
    outcome = save_buffers(layers);
  }
  return outcome;
}

bool save(const QList<QgsVectorLayer *> &layers, QWidget *parent, bool stop_editing) {
  if (!save_choosing(layers, parent).saved)
    return false;
  for (QgsVectorLayer *layer : layers)
    if (layer->isEditable())
      layer->commitChanges(stop_editing); // the buffer is empty: QGIS only closes the edit
  return true;
}

} // namespace cortege::qgis
