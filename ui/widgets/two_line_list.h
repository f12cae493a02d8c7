// A list whose items are a strong line and a quiet one below it.
#pragma once

#include "core/figure/figure.h"
#include "ui/settings/appearance.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace rotascope {

struct TwoLines {
    QString first;
    QString second;
    ColourRole ink = ColourRole::MutedText; ///< of the second line
    bool strong = false;
    QString explanation; ///< tooltip

    bool operator==(const TwoLines&) const = default;
};

class TwoLineModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { SecondRole = Qt::UserRole, InkRole, StrongRole };

    using QAbstractListModel::QAbstractListModel;

    /// Items whose number did not change keep their selection.
    void setItems(std::vector<TwoLines> items);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<TwoLines> m_items;
};

class TwoLineList : public QListView {
    Q_OBJECT

public:
    TwoLineList(const Appearance& appearance, const QString& name, QWidget* parent = nullptr);

    void setItems(std::vector<TwoLines> items);
    int current() const { return currentIndex().row(); }
    void setCurrent(int row);

signals:
    void currentRowChanged(int row);
    void rowChosen(int row); ///< by click or Return
    void deletePressed(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    TwoLineModel m_model;
};

} // namespace rotascope
