#include "plugin/count_fields.hpp"

#include "plugin/field_note.hpp"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>

namespace cortege::plugin {

namespace {

constexpr int most_persons = 2000000, doubtful_persons = 200000;

// « 2 500 » is how people write it.
std::optional<int> counted(const QLineEdit *box) {
  bool number = false;
  const int value =
      box->text().remove(QRegularExpression(QStringLiteral("[\\s\\x{a0}\\x{202f}.]"))).toInt(&number);
  return number ? std::optional(value) : std::nullopt;
}

QString digits(const std::optional<int> &count) {
  return count ? QString::number(*count) : QString();
}

bool far_apart(const std::optional<int> &a, const std::optional<int> &b) {
  return a && b && std::max(*a, *b) > 10 * std::max(1, std::min(*a, *b));
}

} // namespace

CountFields::CountFields(QFormLayout &form, QWidget *parent)
    : QObject(parent), note_(new FieldNote(QStringLiteral("cortegeCountNote"), parent)) {
  addPair(form, parent, tr("Persons"), QStringLiteral("cortegePersons"), persons_expected_,
          persons_declared_);
  addPair(form, parent, tr("Cars"), QStringLiteral("cortegeCars"), cars_expected_, cars_declared_);
  form.addRow(note_);
}

void CountFields::addPair(QFormLayout &form, QWidget *parent, const QString &label, const QString &object,
                          QLineEdit *&expected, QLineEdit *&declared) {
  auto *line = new QHBoxLayout;
  line->setSpacing(6);
  const auto box = [&](const QString &what, const QString &name) {
    auto *made = new QLineEdit(parent);
    made->setObjectName(object + name);
    made->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[0-9 \\x{a0}\\x{202f}.]*")), made));
    made->setMaxLength(10);
    made->setAccessibleName(QStringLiteral("%1 %2").arg(label, what));
    made->setMinimumWidth(8 * made->fontMetrics().averageCharWidth());
    connect(made, &QLineEdit::textChanged, this, [this] {
      tell();
      emit changed();
    });
    line->addWidget(made, 1);
    line->addWidget(new QLabel(what, parent));
    return made;
  };
  expected = box(tr("expected"), QStringLiteral("Expected"));
  declared = box(tr("declared"), QStringLiteral("Declared"));
  form.addRow(label, line);
}

void CountFields::fill(const Counts &counts) {
  persons_expected_->setText(digits(counts.persons_expected));
  persons_declared_->setText(digits(counts.persons_declared));
  cars_expected_->setText(digits(counts.cars_expected));
  cars_declared_->setText(digits(counts.cars_declared));
}

Counts CountFields::counts() const {
  return {counted(persons_expected_), counted(persons_declared_), counted(cars_expected_),
          counted(cars_declared_)};
}

void CountFields::setReadOnly() {
  for (QLineEdit *box : {persons_expected_, persons_declared_, cars_expected_, cars_declared_})
    box->setReadOnly(true);
}

void CountFields::tell() {
  if (!cars_declared_)
    return;
  const Counts now = counts();
  const auto persons = std::max(now.persons_expected, now.persons_declared),
             cars = std::max(now.cars_expected, now.cars_declared);
  QStringList notes;
  if (persons > most_persons)
    notes << tr("More than two million persons: check the figure.");
  else if (persons > doubtful_persons)
    notes << tr("More than 200 000 persons: is a zero too many?");
  if (far_apart(now.persons_expected, now.persons_declared))
    notes << tr("Expected and declared differ tenfold: check both.");
  if (persons && cars > persons)
    notes << tr("More cars than persons: check both.");
  note_->tell(notes);
}

} // namespace cortege::plugin
