// How the wizard is put together.
#include "ui/import_wizard/finished_view.h"
#include "ui/import_wizard/import_wizard.h"
#include "ui/import_wizard/preview_view.h"
#include "ui/import_wizard/profile_bar.h"
#include "ui/import_wizard/question_panel.h"
#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fact_rows.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/two_line_list.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kWidest = 1440;
constexpr int kSpacing = 12;
constexpr int kMargin = 20;
// Narrow in small windows, no wider than they need in large ones.
constexpr int kFilesLeast = 200;
constexpr int kFilesMost = 270;
constexpr int kSideLeast = 290;
constexpr int kSideMost = 310;
constexpr int kBarWidth = 160;

QVBoxLayout* columnIn(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing);
    return column;
}

/// As wide as there is room for, up to its own most, and in the middle.
QHBoxLayout* centred(QWidget* widget) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(widget, 1000);
    row->addStretch(1);
    return row;
}

} // namespace

ImportWizard::ImportWizard(Session& session, DeskWork& work, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_session(session)
    , m_review(session, work) {
    setAccessibleName(tr("Import"));
    // A window smaller than all of it scrolls, and is not kept from being small while the wizard is hidden.
    auto* scroll = new QScrollArea(this);
    auto* place = new QWidget(scroll);
    auto* content = new QWidget(place);
    content->setMaximumWidth(kWidest);
    auto* column = columnIn(content);
    column->setContentsMargins(kMargin, 14, kMargin, 0);
    m_body = new QStackedWidget(content);
    m_finishedView = new FinishedView(work, appearance, content);
    column->addWidget(makeHead());
    m_body->addWidget(makeReview());
    m_body->addWidget(m_finishedView);
    column->addWidget(m_body, 1);
    place->setLayout(centred(content));
    scroll->setWidget(place);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    place->setAutoFillBackground(false);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addLayout(centred(makeFoot())); // what it offers is in sight, however small the window
    connectReview();
    connectPanels();
    connectButtons();
    showFoot();
}

QWidget* ImportWizard::makeHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_title = new QLabel(head);
    m_summary = new ElidedLabel(head);
    setTextSize(*m_title, TextSize::Sentence, QFont::DemiBold);
    setTextSize(*m_summary, TextSize::Sentence);
    setInk(*m_summary, ColourRole::MutedText);
    row->addWidget(m_title);
    row->addWidget(m_summary, 1);
    return head;
}

QWidget* ImportWizard::makeReview() {
    auto* review = new QWidget(this);
    auto* column = columnIn(review);
    m_profiles = new ProfileBar(review);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(kSpacing);
    parts->addWidget(makeFiles(), 2);
    parts->addWidget(makeMiddle(), 5);
    parts->addWidget(makeSide(), 2);
    column->addWidget(m_profiles);
    column->addLayout(parts, 1);
    return review;
}

QWidget* ImportWizard::makeFiles() {
    auto* panel = new Panel(tr("Files"), this);
    panel->setMinimumWidth(kFilesLeast);
    panel->setMaximumWidth(kFilesMost);
    m_files = new TwoLineList(m_appearance, tr("Files"), panel);
    panel->addContent(m_files, 1);
    return panel;
}

QWidget* ImportWizard::makeMiddle() {
    auto* middle = new QWidget(this);
    auto* column = columnIn(middle);
    m_question = new QuestionPanel(m_appearance, middle);
    m_previewPanel = new Panel(tr("Preview"), middle);
    m_preview = new PreviewView(m_appearance, m_previewPanel);
    m_previewPanel->addContent(m_preview, 1);
    column->addWidget(m_question);
    column->addWidget(m_previewPanel, 1);
    return middle;
}

QWidget* ImportWizard::makeSide() {
    auto* side = new QWidget(this);
    side->setMinimumWidth(kSideLeast);
    side->setMaximumWidth(kSideMost);
    auto* column = columnIn(side);
    auto* understood = new Panel(tr("What was understood"), side);
    m_understood = new FactRows(understood);
    understood->addContent(m_understood);
    m_outcomePanel = new Panel(tr("What would happen"), side);
    m_outcome = new FactRows(m_outcomePanel);
    m_outcomePanel->addContent(m_outcome);
    m_problemsPanel = new Panel(tr("Problems"), side);
    m_problems = new TwoLineList(m_appearance, tr("Problems"), m_problemsPanel);
    m_problemsPanel->addContent(m_problems, 1);
    column->addWidget(understood);
    column->addWidget(m_outcomePanel);
    column->addWidget(m_problemsPanel, 1);
    return side;
}

QWidget* ImportWizard::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    foot->setMaximumWidth(kWidest);
    row->setContentsMargins(kMargin, kSpacing, kMargin, kSpacing);
    row->setSpacing(8);
    m_promise = new ElidedLabel(foot);
    setTextSize(*m_promise, TextSize::Table);
    setInk(*m_promise, ColourRole::MutedText);
    m_bar = new QProgressBar(foot);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_add = new QPushButton(tr("&Add files…"), foot);
    m_paste = new QPushButton(tr("&Paste"), foot);
    m_paste->setToolTip(tr("A table from the clipboard, such as cells copied in Excel"));
    m_stop = new QPushButton(tr("S&top"), foot);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_import = new QPushButton(foot);
    setDress(*m_import, Dress::Primary);
    row->addWidget(m_promise, 1);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_add), static_cast<QWidget*>(m_paste),
          static_cast<QWidget*>(m_stop), static_cast<QWidget*>(m_cancel), static_cast<QWidget*>(m_import)})
        row->addWidget(widget);
    return foot;
}

} // namespace rotascope
