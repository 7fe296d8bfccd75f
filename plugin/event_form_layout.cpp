// What the form is made of; what it does is in event_form.cpp.
#include "plugin/drafts.hpp"
#include "plugin/event_fields.hpp"
#include "plugin/event_form.hpp"
#include "plugin/event_map.hpp"
#include "plugin/footprint_panel.hpp"
#include "plugin/help.hpp"
#include "plugin/history_dialog.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/session.hpp"
#include "plugin/warnings_list.hpp"

#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cortege::plugin {

namespace {

// As wide as what it holds, also when that grows: a form is scrolled up and down only.
class FormScroll : public QScrollArea {
public:
  using QScrollArea::QScrollArea;

protected:
  bool eventFilter(QObject *watched, QEvent *event) override {
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
      setMinimumWidth(widget()->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    return QScrollArea::eventFilter(watched, event);
  }
};

QLabel *sentence(const QString &object, QWidget *parent) {
  auto *label = new QLabel(parent);
  label->setObjectName(object);
  label->setWordWrap(true);
  return label;
}

} // namespace

void EventForm::build(const QString &title) {
  auto *heading = new QLabel(title, this);
  heading->setTextFormat(Qt::RichText);
  warning_ = sentence(QStringLiteral("cortegeWarning"), this);
  warning_->setStyleSheet(
      QStringLiteral("background:#fdecd9; color:#5a2d00; padding:5px; border-radius:3px"));
  warning_->hide();
  todo_ = sentence(QStringLiteral("cortegeTodo"), this);
  drafts_ = sentence(QStringLiteral("cortegeDraftState"), this);
  drafts_->setText(
      tr("A crash would lose this entry: <a href='unlock'>give QGIS's master password</a> to keep "
         "encrypted drafts."));
  drafts_->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
  drafts_->setVisible(!Drafts::ready() && !read_only_);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addWidget(heading);
  layout->addWidget(buildBody(), 1);
  layout->addWidget(warning_);
  layout->addWidget(around_);
  layout->addWidget(todo_);
  layout->addWidget(drafts_);
  layout->addWidget(buildButtons());
  setTabOrder(around_, drafts_);
}

QWidget *EventForm::buildBody() {
  fields_ = new EventFields(session_, before_.kind, this);
  if (before_.kind == Kind::march) {
    march_ = new MarchPanel(session_, fields_);
    fields_->layoutBelow().addRow(march_);
    set_help(march_, QStringLiteral("agent"), QStringLiteral("Tracé."));
  } else if (before_.kind == Kind::gathering) {
    footprint_ = new FootprintPanel(session_, fields_);
    fields_->layoutBelow().addRow(new QLabel(tr("Ground"), fields_));
    fields_->layoutBelow().addRow(footprint_);
    set_help(footprint_, QStringLiteral("agent"), QStringLiteral("Emprise d'un rassemblement."));
  }
  around_ = new WarningsList(this);
  set_help(around_, QStringLiteral("agent"), QStringLiteral("Conflits et sites sensibles."));
  map_ = new EventMap(qgis_, session_, fields_->addresses(), march_, footprint_, this);
  auto *body = new QWidget(this);
  auto *column = new QVBoxLayout(body);
  column->setContentsMargins(2, 2, 2, 2);
  column->addWidget(fields_);
  column->addStretch(1);
  auto *scroll = new FormScroll(this);
  scroll->setWidget(body);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setMinimumWidth(body->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus); // its fields take the keys
  return scroll;
}

QWidget *EventForm::buildButtons() {
  auto *box = new QWidget(this);
  auto *buttons = new QHBoxLayout(box);
  buttons->setContentsMargins(0, 0, 0, 0);
  auto *leave = new QPushButton(tr("Back to the agenda"), box);
  leave->setObjectName(QStringLiteral("cortegeLeave"));
  leave->setToolTip(tr("Back to the agenda (Esc)"));
  save_ = new QPushButton(box);
  save_->setObjectName(QStringLiteral("cortegeSave"));
  save_->setDefault(true);
  save_->setToolTip(tr("Save and transmit to the platform (Ctrl+Enter)"));
  buttons->addWidget(leave);
  buttons->addStretch(1);
  if (before_.id) {
    auto *more = new QPushButton(tr("More"), box);
    more->setObjectName(QStringLiteral("cortegeMore"));
    auto *menu = new QMenu(more);
    QAction *copying = menu->addAction(tr("Duplicate for the year to come"));
    connect(copying, &QAction::triggered, this,
            [this] { emit duplicateRequested(duplicate(event(), QDateTime::currentDateTime())); });
    QAction *history = menu->addAction(tr("Its history…"));
    connect(history, &QAction::triggered, this, [this] {
      auto *dialog = new HistoryDialog(session_, before_.kind, *before_.id, this);
      dialog->setAttribute(Qt::WA_DeleteOnClose);
      dialog->show();
    });
    QAction *cancelling = menu->addAction(tr("Cancel this event…"));
    connect(cancelling, &QAction::triggered, this, &EventForm::cancel);
    // What the person may not do is not shown; the history is its service's.
    const Person person = session_.person().value_or(Person());
    copying->setVisible(person.enters && person.convention);
    history->setVisible(!read_only_);
    cancelling->setVisible(!read_only_ && before_.status != QLatin1String("annule"));
    more->setVisible(copying->isVisible());
    more->setMenu(menu);
    buttons->addWidget(more);
    setTabOrder(more, save_);
  }
  buttons->addWidget(save_);
  connect(leave, &QPushButton::clicked, this, &EventForm::left);
  return box;
}

} // namespace cortege::plugin
