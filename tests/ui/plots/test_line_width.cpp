#include "tests/support/suites.h"
#include "tests/ui/plots/chart_facts.h"
#include "tests/ui/plots/invented_figure.h"
#include "ui/theme/theme.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// How much of a device column is ink, in device pixels.
double inkAt(const QImage& picture, int x, const QRect& plot, const QColor& colour) {
    double ink = 0;
    for (int y = plot.top(); y <= plot.bottom(); ++y) {
        const QColor pixel = picture.pixelColor(x, y);
        const double share = double(pixel.red() - pixel.blue()) / (colour.red() - colour.blue());
        ink += std::clamp(share, 0.0, 1.0);
    }
    return ink;
}

} // namespace

class LineWidthTest : public QObject {
    Q_OBJECT

private slots:
    void aLineIsAsWideInEachDirectionAndAtEachScale_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("emphasised");
        QTest::addColumn<bool>("dashed");
        QTest::addColumn<double>("slope");
        for (const double scale : {1.0, 1.25, 1.5, 2.0})
            for (const bool emphasised : {false, true})
                for (const bool dashed : {false, true})
                    for (const double slope : {0.0, 0.5, -0.5, 3.0, -3.0})
                        QTest::addRow("%s%s at %g %%, slope %g", dashed ? "dashed " : "",
                                      emphasised ? "subject" : "companion", 100 * scale, slope)
                            << scale << emphasised << dashed << slope;
    }
    void aLineIsAsWideInEachDirectionAndAtEachScale() {
        QFETCH(const double, scale);
        QFETCH(const bool, emphasised);
        QFETCH(const bool, dashed);
        QFETCH(const double, slope);
        constexpr int kSessions = 60;
        std::vector<double> values;
        for (int i = 0; i < kSessions; ++i)
            values.push_back(100 + slope * (i - kSessions / 2.0));
        Figure figure = inventedLine(values);
        auto& line = std::get<LineLayer>(figure.panes[0].layers[0]);
        line.role = ColourRole::SmallCap;
        line.emphasised = emphasised;
        line.dashed = dashed;
        const auto view = shownView(figure, slope == 0 ? QSize(600, 300) : QSize(260, 600));
        const Theme& theme = themeOf(ThemeId::Light);
        view->setTheme(theme);
        const QImage picture = view->picture(scale).toImage();
        const QRectF plot = view->scene().panes[0].plot;
        const QRect device = QRectF(plot.topLeft() * scale, plot.size() * scale).toAlignedRect();
        const int first = device.left() + device.width() / 4;
        const int last = device.left() + device.width() / 2;
        double ink = 0;
        for (int x = first; x <= last; ++x)
            ink += inkAt(picture, x, device, theme.colour(line.role)) / (last - first + 1);
        const PaneScene& pane = view->scene().panes[0];
        const double rise = (pane.y(values.back()) - pane.y(values.front())) / plot.width();
        const double width = ink / std::sqrt(1 + rise * rise);
        const double wanted = (emphasised ? 1.5 : 1.0) * scale * (dashed ? 3 / 5.5 : 1);
        QVERIFY2(std::abs(width - wanted) < 0.3, QByteArray::number(width)); // device pixels
    }
};

ROTASCOPE_SUITE(LineWidthTest)
#include "test_line_width.moc"
