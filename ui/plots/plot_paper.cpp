#include "ui/plots/plot_paper.h"

#include "ui/plots/plot_painters.h"

namespace rotascope {

namespace {

using Paint = void (*)(QCPPainter& painter, const PlotState& state);

class PaperLayer : public QCPLayerable {
public:
    PaperLayer(QCustomPlot& paper, const PlotState& state, Paint paint)
        : QCPLayerable(&paper)
        , m_state(state)
        , m_paint(paint) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
    QRect clipRect() const override { return mParentPlot->viewport(); }
    void draw(QCPPainter* painter) override { m_paint(*painter, m_state); }

private:
    const PlotState& m_state;
    Paint m_paint;
};

} // namespace

void onPaper(const PlotState& state, const std::function<void(QCustomPlot& paper)>& use) {
    QCustomPlot paper;
    paper.setLayoutDirection(Qt::LeftToRight);
    paper.plotLayout()->clear();
    paper.setBackground(QBrush(state.colour(ColourRole::Panel)));
    for (const Paint paint : {paintGround, paintSeries, paintMarks, paintCursor})
        new PaperLayer(paper, state, paint);
    use(paper);
}

} // namespace rotascope
