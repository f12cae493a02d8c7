#include "app/gui/window_frame.h"
#include "tests/support/suites.h"

#include <QDialog>
#include <QTest>

using namespace rotascope;

class TestWindowFrame : public QObject {
    Q_OBJECT

private slots:
    void everyWindowIsDressedInTheThemesLightness() {
        Settings settings{QString()};
        Appearance appearance(settings, QStringLiteral("dark"));
        std::vector<std::pair<const QWidget*, bool>> asked;
        const WindowFrame frame(
            appearance, [&asked](const QWidget& window, bool dark) { asked.emplace_back(&window, dark); });
        QWidget window;
        auto* inside = new QWidget(&window);
        window.show();
        QVERIFY2(inside->isVisible(), "what lies in a window is shown too, and has no frame");
        QDialog dialog(&window);
        dialog.show();
        const std::vector<std::pair<const QWidget*, bool>> shown{{&window, true}, {&dialog, true}};
        QVERIFY(asked == shown);

        asked.clear();
        dialog.hide();
        settings.setChoice(SettingId::Theme, QStringLiteral("light"));
        const std::vector<std::pair<const QWidget*, bool>> light{{&window, false}};
        QVERIFY2(asked == light, "those that are there follow, those that are gone are left alone");

        asked.clear();
        settings.setChoice(SettingId::Theme, QStringLiteral("contrast"));
        QVERIFY(asked.size() == 1 && asked.front().first == &window);
    }
};

ROTASCOPE_SUITE(TestWindowFrame)
#include "test_window_frame.moc"
