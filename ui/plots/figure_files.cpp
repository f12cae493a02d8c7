// What is shown as pictures and as a table of values.
#include "core/figure/figure_table.h"
#include "ui/plots/figure_view_private.h"
#include "ui/plots/plot_painters.h"
#include "ui/plots/plot_paper.h"
#include "ui/plots/svg_device.h"

#include <QSaveFile>

namespace rotascope {

QPixmap FigureView::Private::picture(double scale) {
    ensureComposed();
    QPixmap picture;
    onPaper(state, [&](QCustomPlot& paper) { picture = paper.toPixmap(view.width(), view.height(), scale); });
    return picture;
}

bool FigureView::savePng(const QString& path, double scale) const {
    return picture(scale).save(path, "PNG");
}

bool FigureView::savePdf(const QString& path) const {
    d->ensureComposed();
    const Theme onScreen = std::exchange(d->state.theme, themeOf(ThemeId::Print));
    bool saved = false;
    onPaper(d->state, [&](QCustomPlot& paper) {
        saved = paper.savePdf(path, width(), height(), QCP::epNoCosmetic, QStringLiteral("Rotascope"),
                              QString::fromStdString(d->state.figure->title));
    });
    d->state.theme = onScreen;
    return saved;
}

bool FigureView::saveSvg(const QString& path) const {
    d->ensureComposed();
    SvgDevice device(size(), QString::fromStdString(d->state.figure->title));
    {
        QCPPainter painter;
        if (!painter.begin(&device))
            return false;
        painter.setMode(QCPPainter::pmVectorized);
        onPaper(d->state, [&](QCustomPlot& paper) { paper.toPainter(&painter, width(), height()); });
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(device.document()) >= 0 && file.commit();
}

std::string FigureView::shownCsv() const {
    return figureCsv(*d->state.figure, d->axis.firstSession(), d->axis.lastSession());
}

} // namespace rotascope
