// Where from? Of a figure: its formula and the values it was computed from. Of any value of the desk: file,
// hash, line and raw text, import, format and profile, and what stood there before.
#pragma once

#include "core/workflow/explain_figure.h"
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
    /// Looks the derivation's values up, and shows the last of the first input below them.
    void explain(const Derivation& derivation);

private:
    void look();
    void show(const Result<Provenance>& found);
    void showExplanation(const std::shared_ptr<const Result<Explanation>>& found);
    void showValue(int row);
    void copy() const;
    QWidget* makeQuestion();
    QWidget* makeExplained(const Appearance& appearance);
    QWidget* makeButtons();

    Session& m_session;
    std::shared_ptr<const Result<Explanation>> m_explanation; ///< null: a value alone was asked for
    std::vector<const Provenance*> m_values;                  ///< of the explanation's rows
    QString m_shownText;                                      ///< of the value that is shown, to copy
    QWidget* m_explained = nullptr;
    QLabel* m_figure = nullptr;
    QLabel* m_formula = nullptr;
    DataTable* m_inputs = nullptr;
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
