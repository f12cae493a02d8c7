#include "ui/main_window/first_show.h"

#include "ui/main_window/main_window.h"
#include "ui/main_window/page_stack.h"
#include "ui/theme/theme.h"
#include "ui/widgets/side_column.h"

#include <QEvent>
#include <QTimer>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kBlinkMilliseconds = 150;

/// Lives until the window has been painted.
class FirstShow : public QObject {
public:
    FirstShow(MainWindow& window, StyleSheetPause& unstyled)
        : QObject(&window)
        , m_window(window)
        , m_unstyled(unstyled) {
        tasks().holdLater(true);
        window.installEventFilter(this);
        QTimer::singleShot(kBlinkMilliseconds, this, &FirstShow::show);
        // Queued: the page itself must have heard of the analysis before.
        connect(&window.session(), &Session::analysisChanged, this, &FirstShow::fillPage,
                Qt::QueuedConnection);
        connect(&tasks(), &TaskRunner::idle, this,
                [this] { QTimer::singleShot(0, this, &FirstShow::showWhenDone); });
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            m_window.removeEventFilter(this);
            QTimer::singleShot(0, this, [this] {
                showSides(true);
                tasks().holdLater(false);
                deleteLater();
            });
        }
        return false;
    }

private:
    TaskRunner& tasks() { return m_window.session().tasks(); }

    void fillPage() {
        if (!m_window.isVisible())
            m_window.pages().page(std::max(0, m_window.pages().currentPage()))->prepare();
    }

    void showWhenDone() {
        if (tasks().isIdle())
            show();
    }

    void show() {
        if (m_window.isVisible())
            return;
        showSides(false);
        m_unstyled.end();
        m_window.show();
    }

    /// Headline, figures and chart first; what stands beside them a blink later.
    void showSides(bool shown) {
        for (SideColumn* side : m_window.findChildren<SideColumn*>())
            side->widget()->setVisible(shown);
    }

    MainWindow& m_window;
    StyleSheetPause& m_unstyled;
};

} // namespace

void showWithFirstPicture(MainWindow& window, StyleSheetPause& unstyled) {
    new FirstShow(window, unstyled);
}

} // namespace rotascope
