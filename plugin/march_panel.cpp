#include "plugin/march_panel.hpp"

#include "engine/error.hpp"
#include "engine/march/march.hpp"
#include "plugin/explain.hpp"
#include "plugin/locale.hpp"
#include "plugin/session.hpp"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <qgslinestring.h>

namespace cortege::plugin {

namespace {

engine::Instant instant(const QDateTime &time) {
  return engine::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QDateTime date_time(engine::Instant at) {
  return QDateTime::fromMSecsSinceEpoch(
      std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count());
}

engine::Line engine_line(const QgsGeometry &geometry) {
  engine::Line line;
  for (const QgsPointXY &point : geometry.asPolyline())
    line.push_back({point.x(), point.y()});
  return line;
}

QString metres(double length) {
  return length < 1000 ? QStringLiteral("%L1 m").arg(length, 0, 'f', 0)
                       : QStringLiteral("%L1 km").arg(length / 1000, 0, 'f', 2);
}

QString clock(const QDateTime &time, const QDateTime &begin) {
  const QString hour = person_locale().toString(time.time(), QStringLiteral("HH:mm"));
  const auto days = begin.date().daysTo(time.date());
  return days == 0 ? hour : QStringLiteral("%1 (+%2)").arg(hour).arg(days);
}

QString duration(double seconds) {
  const int minutes = int(std::lround(seconds / 60));
  return minutes < 60
             ? MarchPanel::tr("%1 min").arg(minutes)
             : MarchPanel::tr("%1 h %2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

void MarchPanel::follow(const QList<EventAddress> &addresses) {
  last_ = addresses;
  RouteRequest request;
  request.steps = steps_->isChecked();
  labels_.clear();
  for (const EventAddress &address : addresses)
    if (address.point) {
      request.points.append(*address.point);
      labels_.append(address.label.section(',', 0, 0));
      if (address.freehand)
        request.freehand.append(int(request.points.size()));
    }
  if (request == asked_) {
    tell();
    return;
  }
  asked_ = request;
  if (request.points.size() < 2) {
    receive({});
    return;
  }
  ask(request);
}

void MarchPanel::keep(const QgsGeometry &line, const QList<EventAddress> &addresses) {
  last_ = addresses;
  asked_ = {};
  labels_.clear();
  RouteAnswer stored;
  stored.line = line;
  stored.length = line.length();
  for (const EventAddress &address : addresses)
    if (address.point) {
      asked_.points.append(*address.point);
      labels_.append(address.label.section(',', 0, 0));
      stored.chainages.append(line.lineLocatePoint(QgsGeometry::fromPointXY(*address.point)));
    }
  receive(stored);
}

void MarchPanel::ask(const RouteRequest &request) {
  if (!session_.steady())
    return;
  if (busy_) {
    waiting_ = request;
    return;
  }
  busy_ = true;
  const auto next = [this] {
    busy_ = false;
    if (const auto waiting = std::exchange(waiting_, std::nullopt))
      ask(*waiting);
  };
  session_.steady()->run<RouteAnswer>(
      this, [request](Line &line) { return find_route(line, request); },
      [this, next](const RouteAnswer &answer) {
        if (!waiting_)
          receive(answer);
        next();
      },
      [this, next](const pg::Error &error) {
        receive({});
        emit told(explain(error));
        next();
      });
}

void MarchPanel::receive(const RouteAnswer &answer) {
  route_ = answer;
  emit told(QString());
  tell();
  emit routed();
}

void MarchPanel::setDeclared(const QDateTime &begin, std::optional<int> persons) {
  if (begin == begin_ && persons == persons_)
    return;
  begin_ = begin;
  persons_ = persons;
  tell();
}

void MarchPanel::tell() {
  const bool drawn = !route_.line.isNull();
  timetable_->setVisible(drawn);
  streets_->setVisible(drawn && !route_.streets.isEmpty());
  findChild<QPushButton *>()->setVisible(drawn && !route_.streets.isEmpty());
  if (!drawn) {
    summary_->setText(
        tr("Type the departure and the arrival, or click them on the map: the way follows the streets."));
    return;
  }
  tellTimetable();
  tellStreets();
}

void MarchPanel::tellTimetable() {
  const double speed = speed_->value() / 3.6;
  QString text = tr("<b>%1</b>, walked in %2").arg(metres(route_.length), duration(route_.length / speed));
  std::optional<engine::March> march;
  if (persons_.value_or(0) > 0 && begin_.isValid()) {
    try {
      march.emplace(engine::MarchParameters{engine_line(route_.line),
                                            instant(begin_),
                                            double(*persons_),
                                            {width_->value()},
                                            std::nullopt,
                                            speed,
                                            {}});
      text += tr("; a column of %1 (%L2 p/m²) that takes %3 to pass; the way is free at <b>%4</b>")
                  .arg(metres(march->column_length()))
                  .arg(march->density(), 0, 'f', 1)
                  .arg(duration(march->passage_time().count()), clock(date_time(march->clear()), begin_));
    } catch (const engine::Error &error) {
      text +=
          QStringLiteral("<br><span style='color:#b04000'>%1</span>").arg(QString::fromUtf8(error.what()));
    }
  } else
    text += tr("; give the number of persons to know how long the column is");
  summary_->setText(text);

  timetable_->setRowCount(int(route_.chainages.size()));
  for (int i = 0; i < route_.chainages.size(); ++i) {
    const double at = route_.chainages[i];
    const QDateTime head = march ? date_time(march->head_at(at)) : begin_.addMSecs(qint64(1000 * at / speed));
    timetable_->setItem(i, 0, new QTableWidgetItem(labels_.value(i)));
    timetable_->setItem(i, 1, new QTableWidgetItem(begin_.isValid() ? clock(head, begin_) : QString()));
    timetable_->setItem(
        i, 2, new QTableWidgetItem(march ? clock(date_time(march->free_at(at)), begin_) : QString()));
  }
  timetable_->resizeRowsToContents();
  const int rows = std::min(timetable_->rowCount(), 6);
  timetable_->setFixedHeight(timetable_->horizontalHeader()->sizeHint().height() + 4
                             + rows * timetable_->verticalHeader()->sectionSize(0));
}

void MarchPanel::tellStreets() {
  streets_->clear();
  for (const RouteStreet &street : route_.streets)
    new QTreeWidgetItem(streets_, {street.name, metres(street.length)});
  streets_->setMaximumHeight(150);
}

QgsGeometry MarchPanel::occupied(const QDateTime &at) const {
  if (route_.line.isNull() || persons_.value_or(0) <= 0 || !begin_.isValid())
    return {};
  try {
    const engine::March march({engine_line(route_.line),
                               instant(begin_),
                               double(*persons_),
                               {width_->value()},
                               std::nullopt,
                               speed_->value() / 3.6,
                               {}});
    QgsPolylineXY stretch;
    for (const engine::Point &point : march.occupied(instant(at)))
      stretch.append({point.x, point.y});
    return stretch.size() < 2 ? QgsGeometry() : QgsGeometry::fromPolylineXY(stretch);
  } catch (const engine::Error &) {
    return {}; // told beside the figures
  }
}

QString MarchPanel::streetsAsCsv() const {
  QString csv = tr("order;street;from (m);length (m)") + "\r\n";
  int order = 0;
  for (const RouteStreet &street : route_.streets) {
    QString name = street.name;
    csv += QStringLiteral("%1;\"%2\";%3;%4\r\n")
               .arg(++order)
               .arg(name.replace('"', QLatin1String("\"\"")))
               .arg(std::lround(street.from))
               .arg(std::lround(street.length));
  }
  return csv;
}

void MarchPanel::saveStreets() {
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Save the streets"), QString(), tr("CSV table (*.csv)"));
  if (path.isEmpty())
    return;
  QSaveFile file(path);
  // A byte order mark lets a spreadsheet read the accents.
  if (!file.open(QIODevice::WriteOnly) || file.write("\xEF\xBB\xBF" + streetsAsCsv().toUtf8()) < 0
      || !file.commit())
    emit told(tr("The streets could not be saved in %1: %2").arg(path, file.errorString()));
}

} // namespace cortege::plugin
