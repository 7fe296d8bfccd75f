// What the tension panel is made of; what it does is in tension_panel.cpp.
#include "plugin/help.hpp"
#include "plugin/locale.hpp"
#include "plugin/tab_order.hpp"
#include "plugin/tension_panel.hpp"
#include "plugin/tension_sources.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cortege::plugin {

void TensionPanel::build() {
  setObjectName(QStringLiteral("CortegeTensionDock"));
  set_help(this, QStringLiteral("analyste"), QStringLiteral("La tension vivante"));
  models_->setObjectName(QStringLiteral("cortegeTensionModel"));
  models_->setAccessibleName(tr("Model"));
  about_->setObjectName(QStringLiteral("cortegeTensionAbout"));
  about_->setTextFormat(Qt::RichText);
  about_->setWordWrap(true);
  about_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  notice_->setObjectName(QStringLiteral("cortegeTensionNotice"));
  notice_->setWordWrap(true);
  notice_->setStyleSheet(QStringLiteral("background:#fdecd9; color:#5a2d00; padding:6px"));
  notice_->hide();
  reset_->setObjectName(QStringLiteral("cortegeTensionReset"));
  auto *layout = new QVBoxLayout(body_);
  layout->addWidget(models_);
  layout->addWidget(about_);
  layout->addWidget(sources_);
  layout->addWidget(reset_, 0, Qt::AlignRight);
  layout->addLayout(buildWindow());
  layout->addWidget(notice_);
  layout->addLayout(buildActions());
  layout->addStretch(1);
  auto *scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus); // its fields take the keys
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(body_);
  setWidget(scroll);
  scroll->setMinimumWidth(58 * fontMetrics().averageCharWidth());
}

void TensionPanel::orderKeys() {
  set_tab_order(QList<QWidget *>{models_} + sources_->tabChain() + QList<QWidget *>{reset_, from_, to_}
                + periods_ + QList<QWidget *>{live_, play_, frame_, save_});
}

QVBoxLayout *TensionPanel::buildWindow() {
  const QDateTime today = QDate::currentDate().startOfDay();
  for (QDateTimeEdit *edit : {from_, to_}) {
    edit->setLocale(person_locale());
    edit->setDisplayFormat(QStringLiteral("ddd dd/MM/yyyy HH:mm"));
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
  }
  from_->setObjectName(QStringLiteral("cortegeTensionFrom"));
  to_->setObjectName(QStringLiteral("cortegeTensionTo"));
  from_->setDateTime(today);
  to_->setDateTime(today.addDays(1));
  auto *rows = new QFormLayout;
  rows->addRow(tr("&From"), from_);
  rows->addRow(tr("&To"), to_);
  auto *shortcuts = new QHBoxLayout;
  const std::pair<QString, int> periods[] = {{tr("Today"), 1}, {tr("7 days"), 7}, {tr("14 days"), 14}};
  for (const auto &[name, days] : periods) {
    auto *button = new QPushButton(name, this);
    button->setObjectName(QStringLiteral("cortegeTensionDays%1").arg(days));
    connect(button, &QPushButton::clicked, this, [this, days = days] { choosePeriod(days); });
    shortcuts->addWidget(button);
    periods_ << button;
  }
  shortcuts->addStretch(1);
  auto *window = new QVBoxLayout;
  window->addLayout(rows);
  window->addLayout(shortcuts);
  return window;
}

QVBoxLayout *TensionPanel::buildActions() {
  live_->setObjectName(QStringLiteral("cortegeTensionLive"));
  live_->setToolTip(
      tr("The layer follows what is changed here, and the map's time when the temporal controller runs."));
  frame_->setObjectName(QStringLiteral("cortegeTensionFrame"));
  frame_->setAccessibleName(tr("Time of each picture"));
  for (const int minutes : {15, 30, 60, 180, 1440})
    frame_->addItem(minutes < 60     ? tr("%1 min").arg(minutes)
                    : minutes < 1440 ? tr("%1 h").arg(minutes / 60)
                                     : tr("1 day"),
                    minutes);
  frame_->setCurrentIndex(2);
  play_->setObjectName(QStringLiteral("cortegeTensionPlay"));
  save_->setObjectName(QStringLiteral("cortegeTensionSave"));
  auto *animation = new QHBoxLayout;
  animation->addWidget(play_);
  animation->addWidget(new QLabel(tr("in steps of"), this));
  animation->addWidget(frame_);
  animation->addStretch(1);
  auto *actions = new QVBoxLayout;
  actions->addWidget(live_);
  actions->addLayout(animation);
  actions->addWidget(save_, 0, Qt::AlignLeft);
  return actions;
}

} // namespace cortege::plugin
