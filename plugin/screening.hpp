#pragma once

#include <QLabel>
#include <QList>
#include <QPointer>
#include <QStringList>
#include <QTimer>

class QLineEdit;
class QPlainTextEdit;

namespace cortege::plugin {

class Session;

/// Something in a text that names or reaches a person; the database refuses it when it is certain, and until
/// somebody confirms that it is nobody when it is not.
struct PersonalData {
  int text = 0; ///< which of the texts
  int from = 0; ///< characters, from 0
  int length = 0;
  bool certain = false;
  QString reason;
};

/// Looks at what is typed with the database's own screen (convention.donnees_personnelles), off the interface
/// thread: what names a person is underlined where it stands, with its reason below.
class Screening : public QLabel {
  Q_OBJECT

public:
  Screening(Session &session, QWidget *parent = nullptr);

  /// The fields to look at, in the order the reasons are told.
  void setFields(const QList<QWidget *> &fields);
  /// Looks again after a short pause in typing.
  void look() { pause_.start(); }
  /// Said with every reason: what to write instead.
  void setAdvice(const QString &advice) { advice_ = advice; }

private:
  void ask();
  void show(const QStringList &texts, const QList<PersonalData> &found);
  void confirm(const QString &link);

  Session &session_;
  QList<QPointer<QWidget>> fields_;
  QString advice_;
  QStringList doubtful_; ///< texts with names that may be nobody's
  QTimer pause_;
};

/// Text pasted from a word processor without its control characters; tabs become spaces, line ends stay.
QString without_controls(const QString &text);

} // namespace cortege::plugin
