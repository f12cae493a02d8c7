// The two legs of the pair, each a menu of the desk's instruments.
#pragma once

#include "core/market/instrument.h"

#include <QPushButton>
#include <QWidget>

#include <span>
#include <vector>

class QLabel;

namespace rotascope {

/// A button that shows a symbol in its leg's colour and the name beside it.
class LegButton : public QPushButton {
    Q_OBJECT

public:
    LegButton(const QString& leg, bool small, QWidget* parent = nullptr);
    void setInstrument(const Instrument& instrument);
    /// What stands beside the symbol where there is room; empty when the name says no more than it.
    QString nameShown() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The name beside the symbol takes room that a narrow window lacks.
    void setNameVisible(bool visible);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_leg;
    QLabel* m_symbol;
    QLabel* m_name;
};

class PairPicker : public QWidget {
    Q_OBJECT

public:
    explicit PairPicker(QWidget* parent = nullptr);

    void show(std::span<const Instrument> choices, const Symbol& small, const Symbol& large);
    void setNamesVisible(bool visible);
    LegButton* smallButton() const { return m_smallButton; }
    LegButton* largeButton() const { return m_largeButton; }

signals:
    void pairChosen(const rotascope::Symbol& small, const rotascope::Symbol& large);

private:
    void fillMenu(QPushButton* button, bool small);

    std::vector<Instrument> m_choices;
    Symbol m_small;
    Symbol m_large;
    LegButton* m_smallButton;
    LegButton* m_largeButton;
};

} // namespace rotascope
