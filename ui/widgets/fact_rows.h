// Rows of a label and a value; a value with choices is a button with a menu.
#pragma once

#include "core/figure/figure.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QFrame;
class QLabel;
class QVBoxLayout;

namespace rotascope {

class MenuButton;

struct Fact {
    QString label;
    QString value;
    ColourRole ink = ColourRole::Text;
    QString explanation;
    QStringList choices; ///< none: the value stands as it is
    bool boxed = false;  ///< the button looks like one

    bool operator==(const Fact&) const = default;
};

class FactRows : public QWidget {
    Q_OBJECT

public:
    explicit FactRows(QWidget* parent = nullptr);

    void setFacts(const std::vector<Fact>& facts);
    /// Whether the choices can be made just now; the values stay as readable as they are.
    void setChoosable(bool choosable);
    const std::vector<Fact>& facts() const { return m_facts; }
    /// The button of a row that has choices; nullptr for others.
    MenuButton* button(int row) const;

signals:
    void chosen(int row, int choice);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QWidget* line;
        QFrame* rule; ///< above the line
        QLabel* label;
        QLabel* value;
        MenuButton* button;
    };
    void addRow();
    void show(Row& row, const Fact& fact, int index);
    /// A button too long for its row loses its end, not both of them.
    void fit(const Row& row, const Fact& fact) const;

    QVBoxLayout* m_column;
    std::vector<Fact> m_facts;
    std::vector<Row> m_rows;
    bool m_choosable = true;
};

} // namespace rotascope
