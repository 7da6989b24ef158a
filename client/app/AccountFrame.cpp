#include "app/AccountFrame.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/ProfileButton.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/Places.h"
#include "ui/RailButton.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int logoSize = 36;

} // namespace

AccountFrame::AccountFrame(const Theme &theme, Places &places, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_places(places),
      m_rail(new QWidget),
      m_group(new QButtonGroup(this)),
      m_pages(new QStackedWidget)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    buildRail();
    columns->addWidget(m_rail);
    columns->addWidget(m_pages, 1);
    connect(&theme, &Theme::changed, this, &AccountFrame::paintLogo);
    connect(&theme, &Theme::changed, this, &AccountFrame::fitRail);
    paintLogo();
}

void AccountFrame::buildRail()
{
    m_rail->setObjectName(u"rail"_s);
    m_rail->setAutoFillBackground(false);
    m_rail->installEventFilter(this);
    m_logo = new QLabel;
    m_logo->setAlignment(Qt::AlignHCenter);
    m_profile = new ProfileButton(m_theme);
    connect(m_profile, &ProfileButton::clicked, this, &AccountFrame::profileClicked);
    auto *column = new QVBoxLayout(m_rail);
    column->setContentsMargins(4, 14, 4, 12);
    column->setSpacing(4);
    column->addWidget(m_logo);
    column->addSpacing(15);
    m_railItems = new QVBoxLayout;
    m_railItems->setSpacing(4);
    column->addLayout(m_railItems);
    column->addStretch();
    m_footItems = new QVBoxLayout;
    m_footItems->setSpacing(4);
    column->addLayout(m_footItems);
    column->addWidget(m_profile, 0, Qt::AlignHCenter);
    m_group->setExclusive(true);
}

void AccountFrame::addPage(FramePage *page)
{
    auto *button = new RailButton(m_theme, page->iconName());
    button->setCheckable(true);
    button->setBadgeCalls(page->badgeCalls());
    button->setBadge(page->badgeCount());
    m_group->addButton(button, m_pages->count());
    (page->standsAtFoot() ? m_footItems : m_railItems)->addWidget(button, 0, Qt::AlignHCenter);
    if (QAbstractButton *above = m_group->button(m_pages->count() - 1))
        setTabOrder(above, button);
    setTabOrder(button, m_profile);
    m_pages->addWidget(page);
    nameButtons();
    fitRail();
    connect(page, &FramePage::badgeChanged, button, [page, button] { button->setBadge(page->badgeCount()); });
    connect(button, &RailButton::clicked, this, [this, page] { showPage(page->pageId()); });
    connect(page, &FramePage::wanted, this, [this, page] { showPage(page->pageId()); });
    page->addShortcutsTo(*this);
}

void AccountFrame::clearPages()
{
    while (m_pages->count() > 0) {
        delete m_group->button(m_pages->count() - 1);
        delete m_pages->widget(m_pages->count() - 1);
    }
}

void AccountFrame::restorePage()
{
    if (m_pages->count() == 0)
        return;
    const QString last = m_places.lastPage(); // Before the first one is shown, which is the last one then.
    const auto *first = qobject_cast<FramePage *>(m_pages->widget(0));
    showPage(first->pageId());
    showPage(last);
}

void AccountFrame::showPage(const QString &pageId)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto *page = qobject_cast<FramePage *>(m_pages->widget(i));
        if (page->pageId() != pageId)
            continue;
        m_pages->setCurrentIndex(i);
        m_group->button(i)->setChecked(true);
        if (!page->standsAtFoot())
            m_places.setLastPage(pageId);
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    }
}

FramePage *AccountFrame::currentPage() const
{
    return qobject_cast<FramePage *>(m_pages->currentWidget());
}

void AccountFrame::nameButtons()
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto *page = qobject_cast<FramePage *>(m_pages->widget(i));
        QAbstractButton *button = m_group->button(i);
        button->setAccessibleName(page->title());
        if (page->standsAtFoot())
            button->setToolTip(page->title());
        else
            button->setText(page->title());
    }
}

void AccountFrame::paintLogo()
{
    m_logo->setPixmap(m_theme.logo(logoSize, devicePixelRatioF()));
    m_rail->update();
}

void AccountFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        nameButtons();
    QWidget::changeEvent(event);
}

void AccountFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRail();
}

void AccountFrame::fitRail()
{
    const bool narrow = width() < metrics::narrowWindow;
    for (QAbstractButton *button : m_group->buttons())
        static_cast<RailButton *>(button)->setNarrow(narrow);
    m_rail->setFixedWidth(narrow ? metrics::railNarrow : m_theme.grown(metrics::rail));
}

/// The rail is a plain widget; its ground and edge are painted here.
bool AccountFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_rail && event->type() == QEvent::Paint) {
        QPainter painter(m_rail);
        painter.fillRect(m_rail->rect(), m_theme.colors().rail);
        const QRect edge(m_rail->width() - 1, 0, 1, m_rail->height());
        painter.fillRect(Mirror(layoutDirection(), m_rail->rect())(edge), m_theme.colors().separator);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rialto
