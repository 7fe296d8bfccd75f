#pragma once

#include <QLabel>
#include <QLineEdit>

namespace cortege::plugin {

/// A colour that is read on the widget's own background, light or dark.
inline QColor attention(const QWidget &widget) {
  return widget.palette().color(QPalette::Window).lightness() > 128 ? QColor(166, 66, 0)
                                                                    : QColor(255, 178, 102);
}

/// The same, of what endangers people.
inline QColor danger(const QWidget &widget) {
  return widget.palette().color(QPalette::Window).lightness() > 128 ? QColor(176, 0, 0)
                                                                    : QColor(255, 138, 128);
}

/// What an empty field is for, in a grey that is read on white and on black: a dark theme's own is nearly
/// black.
inline void set_hint(QLineEdit &field, const QString &words) {
  field.setPlaceholderText(words);
  QPalette grey;
  grey.setColor(QPalette::PlaceholderText, QColor(128, 128, 128));
  field.setPalette(grey);
}

/// A sentence beside a field, about what was typed there; gone when there is nothing to say.
class FieldNote : public QLabel {
  Q_OBJECT

public:
  explicit FieldNote(const QString &object, QWidget *parent = nullptr) : QLabel(parent) {
    setObjectName(object);
    setWordWrap(true);
    hide();
  }

  void tell(const QStringList &sentences) {
    setText(QStringLiteral("<span style='color:%1'>%2</span>")
                .arg(attention(*this).name(), sentences.join(QStringLiteral("<br>"))));
    setVisible(!sentences.isEmpty());
  }
};

} // namespace cortege::plugin
