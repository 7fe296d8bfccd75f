// What the agenda is made of; what it does is in agenda_page.cpp.
#include "plugin/agenda_filters.hpp"
#include "plugin/agenda_page.hpp"
#include "plugin/tab_order.hpp"
#include "plugin/time_link.hpp"
#include "plugin/timeline.hpp"

#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace cortege::plugin {

void AgendaPage::buildList() {
  list_->setObjectName(QStringLiteral("cortegeAgenda"));
  list_->setModel(&filter_);
  list_->setSelectionBehavior(QAbstractItemView::SelectRows);
  list_->setSelectionMode(QAbstractItemView::SingleSelection);
  list_->setAlternatingRowColors(true);
  list_->setShowGrid(false);
  list_->setWordWrap(false);
  list_->setTabKeyNavigation(false);
  list_->verticalHeader()->hide();
  list_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  list_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
  QHeaderView *header = list_->horizontalHeader();
  header->setMinimumSectionSize(fontMetrics().height());
  header->setSectionResizeMode(QHeaderView::Interactive);
  header->setSectionResizeMode(AgendaModel::subject, QHeaderView::Stretch);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  // Whole in bold, as what the map shows is written; no narrower than its title.
  QFont bold = font();
  bold.setBold(true);
  const int margins = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, list_) + 1);
  const auto width = [this, header, margins, written = QFontMetrics(bold)](int column,
                                                                           const QString &longest) {
    list_->setColumnWidth(
        column, std::max(written.horizontalAdvance(longest) + margins, header->sectionSizeHint(column)));
  };
  width(AgendaModel::clash, QStringLiteral("⚠"));
  width(AgendaModel::when, QStringLiteral("mer. 30 sept. 00:00"));
  width(AgendaModel::where, QStringLiteral("Place d'Armes"));
  width(AgendaModel::persons, QStringLiteral("Personnes "));
  list_->viewport()->installEventFilter(this);
  setFocusProxy(list_);
}

void AgendaPage::build() {
  buildList();
  first_->setObjectName(QStringLiteral("cortegeAgendaFirst"));
  first_->setCalendarPopup(true);
  first_->setDisplayFormat(QStringLiteral("dd/MM/yyyy"));
  first_->setAccessibleName(tr("First day shown"));
  const auto arrow = [this](Qt::ArrowType type, int by, const QString &tip) {
    auto *button = new QToolButton(this);
    button->setArrowType(type);
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    connect(button, &QToolButton::clicked, this, [this, by] { first_->setDate(first_->date().addDays(by)); });
    return button;
  };
  auto *drive = new QToolButton(this);
  drive->setObjectName(QStringLiteral("cortegeAgendaDrive"));
  drive->setCheckable(true);
  drive->setText(tr("Map time"));
  drive->setToolTip(tr("The map shows the hour of the event or the day chosen here (temporal controller)"));
  connect(drive, &QToolButton::toggled, this, [this](bool driving) {
    time_->setDriving(driving);
    if (const AgendaEntry *entry = chosen())
      time_->goTo(entry->begin);
  });
  detail_->setObjectName(QStringLiteral("cortegeAgendaDetail"));
  detail_->setWordWrap(true);
  detail_->setTextFormat(Qt::RichText);
  detail_->setFrameShape(QFrame::StyledPanel);
  detail_->setMargin(5);
  detail_->hide();
  auto *days = new QHBoxLayout;
  auto *earlier = arrow(Qt::LeftArrow, -Timeline::days, tr("Thirty days earlier"));
  auto *later = arrow(Qt::RightArrow, Timeline::days, tr("Thirty days later"));
  days->addWidget(earlier);
  days->addWidget(first_);
  days->addWidget(later);
  days->addStretch(1);
  days->addWidget(drive);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addLayout(days);
  layout->addWidget(timeline_);
  layout->addWidget(filters_);
  layout->addWidget(list_, 1);
  layout->addWidget(detail_);
  layout->addWidget(count_);
  set_tab_order(QList<QWidget *>{earlier, first_, later, drive} + filters_->tabChain()
                + QList<QWidget *>{list_});
}

} // namespace cortege::plugin
