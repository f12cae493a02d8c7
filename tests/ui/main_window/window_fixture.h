// The whole window on an invented desk, for tests of what stands in it.
#pragma once

#include "tests/support/fixed_store.h"
#include "tests/support/invented_market.h"
#include "ui/main_window/main_window.h"
#include "ui/widgets/data_table.h"

#include <QTest>

namespace rotascope::test {

/// A window on an invented desk, with its settings in memory.
struct WindowFixture {
    std::shared_ptr<FixedDesk> desk = std::make_shared<FixedDesk>();
    Settings settings{QString()};
    Appearance appearance{settings, QStringLiteral("light")};
    std::unique_ptr<MainWindow> window;

    explicit WindowFixture(std::size_t sessions = 900) {
        if (sessions > 0)
            desk->instruments = inventedPair(sessions);
        window = std::make_unique<MainWindow>(
            [held = desk](const std::string&, DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
                return std::make_unique<FixedStore>(held);
            },
            settings, appearance);
    }

    void open() {
        window->session().openDesk(QStringLiteral("invented.rota"), DeskAccess::Existing);
        window->show();
        settle();
    }
    /// The window at `size` on a page in a theme, with everything laid out.
    void show(const QString& page, QSize size, const QString& theme) {
        window->resize(size);
        settings.setChoice(SettingId::Theme, theme);
        window->openPage(page);
        settle();
        for (int pass = 0; pass < 3; ++pass) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
    }
    void settle() { QTRY_VERIFY(window->session().tasks().isIdle()); }
    void press(const char* keys) {
        QTest::keySequence(window.get(), QKeySequence(QLatin1String(keys)));
        settle();
    }
    template <class T>
    T* shown() const {
        for (T* widget : window->findChildren<T*>())
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    DataTable* table(const char* name) const {
        for (DataTable* each : window->findChildren<DataTable*>())
            if (each->isVisible() && each->accessibleName() == QString::fromUtf8(name))
                return each;
        return nullptr;
    }
    Divergence core(std::optional<Date> asOf = std::nullopt) const {
        const auto market = marketOf(desk->instruments);
        return *analyseDivergence(asOf ? MarketView::asOf(market, *asOf) : MarketView::latest(market), {});
    }
};

} // namespace rotascope::test
