// What is shown as pictures and as a table of values.
#include "core/figure/chart_recipe.h"
#include "core/figure/figure_table.h"
#include "ui/plots/figure_view_private.h"
#include "ui/plots/plot_painters.h"
#include "ui/plots/plot_paper.h"
#include "ui/plots/svg_device.h"

#include <QImage>
#include <QSaveFile>

namespace rotascope {

QPixmap FigureView::Private::picture(double scale) {
    ensureComposed();
    QPixmap picture;
    onPaper(state, [&](QCustomPlot& paper) { picture = paper.toPixmap(view.width(), view.height(), scale); });
    return picture;
}

/// What it is, and the command that writes the values of the places in sight.
QString FigureView::Private::words() const {
    const std::string command = shownCommand(*state.figure, axis.firstSession(), axis.lastSession());
    const QString summary = QString::fromStdString(state.figure->summary);
    return command.empty() ? summary
                           : summary + QStringLiteral(" The same: ") + QString::fromStdString(command);
}

bool FigureView::savePng(const QString& path, double scale) const {
    QImage image = picture(scale).toImage();
    image.setText(QStringLiteral("Title"), QString::fromStdString(d->state.figure->title));
    image.setText(QStringLiteral("Description"), d->words());
    return image.save(path, "PNG");
}

bool FigureView::savePdf(const QString& path) const {
    d->ensureComposed();
    const Theme onScreen = std::exchange(d->state.theme, themeOf(ThemeId::Print));
    bool saved = false;
    onPaper(d->state, [&](QCustomPlot& paper) {
        saved =
            paper.savePdf(path, width(), height(), QCP::epNoCosmetic, QStringLiteral("Rotascope"),
                          QString::fromStdString(d->state.figure->title) + QStringLiteral(". ") + d->words());
    });
    d->state.theme = onScreen;
    return saved;
}

bool FigureView::saveSvg(const QString& path) const {
    d->ensureComposed();
    SvgDevice device(size(), QString::fromStdString(d->state.figure->title), d->words());
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
