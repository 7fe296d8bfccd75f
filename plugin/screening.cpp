#include "plugin/screening.hpp"

#include "plugin/session.hpp"

#include <QLabel>
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

} // namespace

void screen_texts(Session &session, QObject *receiver, const QStringList &texts,
                  const std::function<void(const QList<PersonalData> &)> &done) {
  if (session.steady())
    session.steady()->run<QList<PersonalData>>(
        receiver, [texts](Line &line) { return find_personal_data(line, texts); }, done, {});
}

void show_personal_data(const QList<PersonalData> &found, QLabel &why, QLineEdit &subject,
                        QPlainTextEdit &description) {
  QList<QTextEdit::ExtraSelection> lines;
  QStringList reasons;
  bool in_subject = false;
  for (const PersonalData &data : found) {
    const QString text = data.text == 0 ? subject.text() : description.toPlainText();
    reasons << QObject::tr("“%1”: %2")
                   .arg(text.mid(data.from, data.length).toHtmlEscaped(), data.reason.toHtmlEscaped());
    in_subject = in_subject || data.text == 0;
    if (data.text == 0)
      continue;
    QTextEdit::ExtraSelection line;
    line.cursor = description.textCursor();
    line.cursor.setPosition(std::min(data.from, int(text.size())));
    line.cursor.setPosition(std::min(data.from + data.length, int(text.size())), QTextCursor::KeepAnchor);
    line.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    line.format.setUnderlineColor(data.certain ? QColor(190, 0, 0) : QColor(200, 110, 0));
    lines.append(line);
  }
  description.setExtraSelections(lines);
  subject.setStyleSheet(in_subject ? QStringLiteral("QLineEdit { border: 1px solid #be0000 }") : QString());
  why.setText(reasons.isEmpty() ? QString()
                                : QStringLiteral("<span style='color:#9a0000'>%1</span>")
                                      .arg(reasons.join(QStringLiteral("<br>"))));
  why.setVisible(!reasons.isEmpty());
}

QString without_controls(const QString &text) {
  QString clean;
  for (const QChar c : text)
    if (c == QLatin1Char('\n'))
      clean += c;
    else if (c == QLatin1Char('\t') || c == QChar(0x0b) || c == QChar(0x2028) || c == QChar(0x2029))
      clean += QLatin1Char(' ');
    else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
      clean += c;
  return clean.trimmed();
}

} // namespace cortege::plugin
