#include "ui/main_window/first_show.h"

#include "ui/main_window/main_window.h"
#include "ui/main_window/page_stack.h"

#include <QTimer>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kBlinkMilliseconds = 150;

} // namespace

void showWithFirstPicture(MainWindow& window) {
    auto* once = new QObject(&window);
    const auto show = [&window, once] {
        once->deleteLater();
        window.show();
    };
    QTimer::singleShot(kBlinkMilliseconds, once, show);
    // Queued: the page itself must have heard of the analysis before.
    QObject::connect(
        &window.session(), &Session::analysisChanged, once,
        [&window] { window.pages().page(std::max(0, window.pages().currentPage()))->prepare(); },
        Qt::QueuedConnection);
    const auto showWhenDone = [&window, show] {
        if (window.session().tasks().isIdle())
            show();
    };
    QObject::connect(&window.session().tasks(), &TaskRunner::idle, once,
                     [once, showWhenDone] { QTimer::singleShot(0, once, showWhenDone); });
}

} // namespace rotascope
