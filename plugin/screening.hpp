#pragma once

#include "plugin/event.hpp"

#include <QStringList>

#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace cortege::plugin {

class Session;

/// Something in a text that names or reaches a person; the database will refuse it if it is certain.
struct PersonalData {
  int text = 0; ///< which of the texts
  int from = 0; ///< characters, from 0
  int length = 0;
  bool certain = false;
  QString reason;
};

/// Asks the database's own screen (convention.donnees_personnelles), off the interface thread; only the
/// latest matters.
void screen_texts(Session &session, QObject *receiver, const QStringList &texts,
                  const std::function<void(const QList<PersonalData> &)> &done);

/// Underlines what was found in the description and says why below it.
void show_personal_data(const QList<PersonalData> &found, QLabel &why, QLineEdit &subject,
                        QPlainTextEdit &description);

/// Text pasted from a word processor without its control characters; tabs become spaces, line ends stay.
QString without_controls(const QString &text);

} // namespace cortege::plugin
