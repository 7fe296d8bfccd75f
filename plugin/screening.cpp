#include "plugin/screening.hpp"

#include "plugin/explain.hpp"
#include "plugin/field_note.hpp"
#include "plugin/session.hpp"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace cortege::plugin {

namespace {

QList<PersonalData> find_personal_data(Line &line, const QStringList &texts) {
  QList<PersonalData> found;
  for (int i = 0; i < texts.size(); ++i) {
    if (texts[i].trimmed().isEmpty())
      continue;
    const pg::Result rows = line.ask("SELECT debut, fin, certitude = 'certain', raison "
                                     "FROM convention.donnees_personnelles($1) ORDER BY debut",
                                     pg::Parameters(texts[i].toStdString()));
    for (int row = 0; row < rows.rows(); ++row)
      found.append({i, rows.get<int>(row, 0) - 1, rows.get<int>(row, 1) - rows.get<int>(row, 0) + 1,
                    rows.get<bool>(row, 2), QString::fromStdString(rows.get<std::string>(row, 3))});
  }
  return found;
}

QTextCharFormat underline(bool certain) {
  QTextCharFormat format;
  format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
  format.setUnderlineColor(certain ? QColor(210, 0, 0) : QColor(220, 120, 0));
  return format;
}

// A line edit has no text formats of its own, but takes those of an input method.
void underline(QLineEdit &edit, const QList<PersonalData> &found) {
  QList<QInputMethodEvent::Attribute> formats;
  for (const PersonalData &data : found)
    formats.append({QInputMethodEvent::TextFormat, data.from - edit.cursorPosition(), data.length,
                    QVariant(underline(data.certain))});
  QInputMethodEvent event(QString(), formats);
  QCoreApplication::sendEvent(&edit, &event);
}

void underline(QPlainTextEdit &edit, const QList<PersonalData> &found) {
  QList<QTextEdit::ExtraSelection> lines;
  const int end = edit.document()->characterCount() - 1;
  for (const PersonalData &data : found) {
    QTextEdit::ExtraSelection line;
    line.cursor = QTextCursor(edit.document());
    line.cursor.setPosition(std::min(data.from, end));
    line.cursor.setPosition(std::min(data.from + data.length, end), QTextCursor::KeepAnchor);
    line.format = underline(data.certain);
    lines.append(line);
  }
  edit.setExtraSelections(lines);
}

QString typed_in(const QWidget *field) {
  if (const auto *line = qobject_cast<const QLineEdit *>(field))
    return line->text();
  const auto *edit = qobject_cast<const QPlainTextEdit *>(field);
  return edit ? edit->toPlainText() : QString();
}

} // namespace

Screening::Screening(Session &session, QWidget *parent) : QLabel(parent), session_(session) {
  setObjectName(QStringLiteral("cortegePrivacy"));
  setWordWrap(true);
  setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
  hide();
  pause_.setSingleShot(true);
  pause_.setInterval(400);
  connect(&pause_, &QTimer::timeout, this, &Screening::ask);
  connect(this, &QLabel::linkActivated, this, &Screening::confirm);
}

void Screening::setFields(const QList<QWidget *> &fields) {
  fields_.clear();
  for (QWidget *field : fields)
    fields_.append(field);
}

void Screening::ask() {
  if (!session_.steady())
    return;
  QStringList texts;
  for (const auto &field : fields_)
    texts << typed_in(field);
  session_.steady()->run<QList<PersonalData>>(
      this, [texts](Line &line) { return find_personal_data(line, texts); },
      [this, texts](const QList<PersonalData> &found) { show(texts, found); }, {});
}

void Screening::show(const QStringList &texts, const QList<PersonalData> &found) {
  QStringList reasons;
  doubtful_.clear();
  for (int i = 0; i < texts.size() && i < fields_.size(); ++i) {
    if (typed_in(fields_[i]) != texts[i])
      continue; // typed on since: looked at again in a moment
    QList<PersonalData> here;
    bool doubt = false;
    for (const PersonalData &one : found)
      if (one.text == i) {
        here.append(one);
        doubt = doubt || !one.certain;
        reasons << tr("“%1”: %2.")
                       .arg(texts[i].mid(one.from, one.length).toHtmlEscaped(), one.reason.toHtmlEscaped());
      }
    if (doubt)
      doubtful_ << texts[i];
    if (auto *edit = qobject_cast<QPlainTextEdit *>(fields_[i].data()))
      underline(*edit, here);
    else if (auto *line = qobject_cast<QLineEdit *>(fields_[i].data()))
      underline(*line, here);
  }
  if (!reasons.isEmpty() && !advice_.isEmpty())
    reasons << advice_;
  if (!doubtful_.isEmpty())
    reasons << tr("<a href='confirm'>This is nobody's name: keep it</a>");
  setText(QStringLiteral("<span style='color:%1'>%2</span>")
              .arg(attention(*this).name(), reasons.join(QStringLiteral("<br>"))));
  setVisible(!reasons.isEmpty());
}

// The database remembers for an hour that this person looked at this very text.
void Screening::confirm(const QString &) {
  if (!session_.steady())
    return;
  session_.steady()->run<bool>(
      this,
      [texts = doubtful_](Line &line) {
        for (const QString &text : texts)
          for (const QString &saved : {without_controls(text), text.simplified()})
            line.ask("SELECT convention.confirmer_texte($1)", pg::Parameters(saved.toStdString()));
        return true;
      },
      [this](bool) { setText(tr("Confirmed: this is nobody's name.")); },
      [this](const pg::Error &error) { setText(explain(error)); });
}

QString without_controls(const QString &text) {
  QString clean;
  for (const QChar c : text)
    if (c == QLatin1Char('\t') || c == QChar(0x0b) || c == QChar(0x2028) || c == QChar(0x2029))
      clean += QLatin1Char(' ');
    else if (c == QLatin1Char('\n')
             || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format))
      clean += c;
  return clean.trimmed();
}

} // namespace cortege::plugin
