// The preview's table: headers of two lines, whose menu changes a column's role.
#pragma once

#include "ui/import_wizard/preview_model.h"
#include "ui/settings/appearance.h"

#include <QTableView>

#include <vector>

namespace rotascope {

class PreviewView : public QTableView {
    Q_OBJECT

public:
    explicit PreviewView(const Appearance& appearance, QWidget* parent = nullptr);

    void setPreview(std::shared_ptr<const ImportPreview> preview);
    const PreviewModel& previewModel() const { return m_model; }
    /// Selects the row of a physical line; false where it is not among those shown.
    bool showLine(std::uint32_t line);
    /// Whether the headings' menus open just now.
    void offerRoles(bool offered) { m_rolesOffered = offered; }

signals:
    void roleChosen(int column, rotascope::ColumnRole role);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void askForRole(int column);
    /// Columns as wide as they need, and an equal part of the room that is left.
    void shareRoom();

    PreviewModel m_model;
    std::vector<int> m_needed; ///< widths by column
    bool m_rolesOffered = true;
};

} // namespace rotascope
