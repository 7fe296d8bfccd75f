#include "plugin/march_panel.hpp"

#include "engine/error.hpp"
#include "engine/units.hpp"
#include "plugin/field_note.hpp"
#include "plugin/figures.hpp"
#include "plugin/march_assumptions.hpp"
#include "plugin/session.hpp"
#include "plugin/street_list.hpp"
#include "plugin/timetable.hpp"

#include <QLabel>
#include <QVBoxLayout>

namespace cortege::plugin {

MarchPanel::MarchPanel(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), assumptions_(new MarchAssumptions(this)),
      summary_(new QLabel(this)), timetable_(new Timetable(this)), streets_(new StreetList(this)) {
  setObjectName(QStringLiteral("cortegeMarch"));
  summary_->setObjectName(QStringLiteral("cortegeMarchSummary"));
  summary_->setWordWrap(true);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  for (QWidget *part : {static_cast<QWidget *>(assumptions_), static_cast<QWidget *>(summary_),
                        static_cast<QWidget *>(timetable_), static_cast<QWidget *>(streets_)})
    layout->addWidget(part);
  connect(assumptions_, &MarchAssumptions::changed, this, &MarchPanel::tell);
  connect(assumptions_, &MarchAssumptions::stepsChanged, this, [this] { follow(last_); });
  connect(streets_, &StreetList::failed, this, &MarchPanel::told);
  connect(streets_, &StreetList::saved, &session_, [this](qint64 streets, const QString &file) {
    emit session_.fileWritten(QStringLiteral("rues d'un cortège"), streets, file);
  });
  tell();
}

void MarchPanel::setReadOnly() {
  read_only_ = true;
  assumptions_->setReadOnly();
}

double MarchPanel::speed() const {
  return assumptions_->speed() / engine::kmh;
}

void MarchPanel::setDeclared(const QDateTime &begin, std::optional<int> persons) {
  if (begin == begin_ && persons == persons_)
    return;
  begin_ = begin;
  persons_ = persons;
  tell();
}

std::optional<engine::March> MarchPanel::march() const {
  if (route_.line.isNull() || persons_.value_or(0) <= 0 || !begin_.isValid())
    return std::nullopt;
  engine::Line route;
  for (const QgsPointXY &point : route_.line.asPolyline())
    route.push_back({point.x(), point.y()});
  return engine::March({route,
                        to_instant(begin_),
                        double(*persons_),
                        {assumptions_->width()},
                        assumptions_->density(),
                        speed(),
                        {}});
}

void MarchPanel::tell() {
  const bool drawn = !route_.line.isNull();
  timetable_->setVisible(drawn);
  streets_->show(route_.streets);
  if (!drawn) {
    summary_->setText(broken_ && read_only_ ? brokenWords()
                                            : brokenWords()
                                                  + tr("Type the departure and the arrival, or click them on "
                                                       "the map: the way follows the streets."));
    return;
  }
  QString text =
      brokenWords()
      + tr("<b>%1</b>, walked in %2").arg(metres_text(route_.length), duration_text(route_.length / speed()));
  std::optional<engine::March> column;
  try {
    column = march();
    if (column)
      text += tr("; a column of %1 (%L2 p/m²) that takes %3 to pass; the way is free at <b>%4</b>")
                  .arg(metres_text(column->column_length()))
                  .arg(column->density(), 0, 'f', 1)
                  .arg(duration_text(column->passage_time().count()),
                       clock_text(to_local(column->clear()), begin_));
    else
      text += tr("; give the number of persons to know how long the column is");
  } catch (const engine::Error &) {
    text += QStringLiteral("<br><span style='color:%1'>%2</span>")
                .arg(attention(*this).name(), assumptions_->impossible());
  }
  summary_->setText(text);
  timetable_->show(labels_, route_.chainages, begin_, speed(), column);
}

QString MarchPanel::brokenWords() const {
  if (!broken_)
    return {};
  const QString words = read_only_ ? tr("The stored way has no length: it cannot be shown.")
                        : route_.line.isNull()
                            ? tr("The stored way has no length.")
                            : tr("The stored way has no length. It is found again from the "
                                 "addresses: look at it, then save.");
  return QStringLiteral("<span style='color:%1'>%2</span><br>").arg(attention(*this).name(), words);
}

QgsGeometry MarchPanel::occupied(const QDateTime &at) const {
  try {
    const auto column = march();
    QgsPolylineXY stretch;
    if (column)
      for (const engine::Point &point : column->occupied(to_instant(at)))
        stretch.append({point.x, point.y});
    return stretch.size() < 2 ? QgsGeometry() : QgsGeometry::fromPolylineXY(stretch);
  } catch (const engine::Error &) {
    return {}; // told beside the figures
  }
}

} // namespace cortege::plugin
