#include "plugin/address_edit.hpp"

#include "plugin/field_note.hpp"
#include "plugin/figures.hpp"
#include "plugin/session.hpp"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace cortege::plugin {

namespace {
constexpr int letters_before_asking = 3;
constexpr int pause_before_asking = 120; // ms: as fast as one types, not at each key
constexpr int suggestions = 8;
} // namespace

AddressEdit::AddressEdit(Session &session, QWidget *parent)
    : QLineEdit(parent), session_(session), model_(new QStandardItemModel(this)),
      completer_(new QCompleter(this)), pin_(new QAction(this)) {
  set_hint(*this, tr("Number and street, place, or “street / street”"));
  completer_->setModel(model_);
  completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  completer_->setWidget(this);
  addAction(pin_, QLineEdit::TrailingPosition);
  pause_.setSingleShot(true);
  pause_.setInterval(pause_before_asking);
  connect(&pause_, &QTimer::timeout, this, &AddressEdit::ask);
  connect(this, &QLineEdit::textEdited, this, &AddressEdit::typed);
  connect(completer_, qOverload<const QModelIndex &>(&QCompleter::activated), this,
          [this](const QModelIndex &index) { take(index.row()); });
  showState();
}

void AddressEdit::setPlace(const QString &label, const std::optional<QgsPointXY> &point) {
  pause_.stop();
  setText(label);
  point_ = point;
  showState();
}

void AddressEdit::typed() {
  if (point_) {
    point_.reset();
    showState();
    emit placed();
  }
  showState();
  take_first_ = false;
  completer_->popup()->setCurrentIndex({});
  if (text().trimmed().size() < letters_before_asking) {
    pause_.stop();
    completer_->popup()->hide();
  } else
    pause_.start();
}

void AddressEdit::ask() {
  if (!session_.quick())
    return;
  const QString query = text();
  const auto centre = centre_ ? centre_() : std::nullopt;
  session_.quick()->supersede();
  session_.quick()->run<QList<Place>>(
      this, [query, centre](Line &line) { return search_places(line, query, centre, suggestions); },
      [this, query](const QList<Place> &places) {
        if (query != text())
          return; // typed on since
        found_for_ = query;
        suggest(places);
      },
      [this](const pg::Error &) { completer_->popup()->hide(); });
}

// Of places with the same name, how far each is from the middle of the map tells them apart.
QString AddressEdit::suggestion(const Place &place) const {
  QString text = place.label;
  if (place.exactness == QLatin1String("interpole"))
    text = tr("%1 (about)").arg(text);
  else if (place.exactness == QLatin1String("proche"))
    text = tr("%1 (nearest number)").arg(text);
  const auto namesakes = std::count_if(places_.begin(), places_.end(),
                                       [&place](const Place &other) { return other.label == place.label; });
  if (namesakes > 1 && place.distance)
    text += QStringLiteral(" · ") + tr("%1 from here").arg(metres_text(*place.distance));
  return text;
}

void AddressEdit::suggest(const QList<Place> &places) {
  places_ = places;
  model_->clear();
  for (const Place &place : places)
    model_->appendRow(new QStandardItem(suggestion(place)));
  if (std::exchange(take_first_, false) && !places.isEmpty())
    take(0);
  else if (places.isEmpty() || window()->focusWidget() != this)
    completer_->popup()->hide();
  else
    completer_->complete();
}

void AddressEdit::take(int row) {
  if (row < 0 || row >= places_.size())
    return;
  setPlace(places_[row].label, places_[row].point);
  places_.clear();
  found_for_.clear();
  completer_->popup()->hide();
  emit placed();
}

// Whoever types fast presses Enter before the suggestions are there: those of what was typed before are not
// meant.
bool AddressEdit::choose() {
  const QModelIndex chosen = completer_->popup()->currentIndex();
  if (completer_->popup()->isVisible() && chosen.isValid())
    take(chosen.row());
  else if (found_for_ == text() && !places_.isEmpty())
    take(0);
  else if (!point_ && text().trimmed().size() >= letters_before_asking && found_for_ != text()) {
    take_first_ = true;
    pause_.stop();
    ask();
  } else
    return false;
  return true;
}

void AddressEdit::keyPressEvent(QKeyEvent *event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  const bool choosing = completer_->popup()->isVisible();
  if (enter && event->modifiers() == Qt::NoModifier && choose())
    return;
  if (event->modifiers() == Qt::AltModifier
      && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_Delete
          || event->key() == Qt::Key_Insert || event->key() == Qt::Key_Right)) {
    emit rowKey(event->key());
    return;
  }
  if (choosing && event->key() == Qt::Key_Escape) {
    completer_->popup()->hide();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

void AddressEdit::showState() {
  const bool empty = text().trimmed().isEmpty();
  pin_->setVisible(!empty);
  pin_->setIcon(
      QIcon(point_ ? QStringLiteral(":/cortege/placed.svg") : QStringLiteral(":/cortege/unplaced.svg")));
  pin_->setToolTip(
      point_ ? tr("This address is on the map.")
             : tr("This address is not on the map yet: choose a suggestion, or pick it on the map."));
}

} // namespace cortege::plugin
