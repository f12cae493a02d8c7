// Lets the values of a chart say where they come from: by its menu at the pointer, by key at its cursor.
#pragma once

#include "ui/plots/figure_view.h"

#include <QObject>

namespace rotascope {

class FigureExplainer : public QObject {
    Q_OBJECT

public:
    /// Belongs to `view`.
    explicit FigureExplainer(FigureView& view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void explain(int session);

    FigureView& m_view;
};

} // namespace rotascope
