// Where from? Any value of the desk: file, hash, line and raw text, import, format and profile, and what
// stood there before.
#pragma once

#include "core/workflow/where_from.h"
#include "ui/models/table_model.h"
#include "ui/session/session.h"
#include "ui/settings/appearance.h"
#include "ui/widgets/fact_rows.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace rotascope {

class DataTable;

/// What is known of one value, in the order in which people ask.
std::vector<Fact> provenanceFacts(const Provenance& provenance);
TableSnapshot vintagesTable(const Provenance& provenance);

class WhereFromDialog : public QDialog {
    Q_OBJECT

public:
    WhereFromDialog(Session& session, const Appearance& appearance, QWidget* parent = nullptr);

    void ask(const Symbol& symbol, Date date, std::optional<Field> field = std::nullopt);

private:
    void look();
    void show(const Result<Provenance>& found);
    QWidget* makeQuestion();

    Session& m_session;
    QLineEdit* m_symbol;
    QLineEdit* m_date;
    QComboBox* m_field;
    QLineEdit* m_knownOn;
    QLabel* m_said;
    FactRows* m_facts;
    QLabel* m_raw;
    DataTable* m_vintages;
};

} // namespace rotascope
