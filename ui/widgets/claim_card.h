// A claim that others published, and three sentences on what the data say to it. The claim can be edited.
#pragma once

#include "core/analysis/headline.h"
#include "ui/settings/appearance.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace rotascope {

class HeadlineLabel;

class ClaimCard : public QFrame {
    Q_OBJECT

public:
    explicit ClaimCard(const Appearance& appearance, QWidget* parent = nullptr);

    void setClaim(const QString& claim);
    void setSentences(Headline sentences);
    /// What the claim lacks, in place of the sentences.
    void setProblem(const QString& problem);
    bool isEditing() const;

signals:
    void claimTyped(const QString& claim); ///< also empty: no claim

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void edit(bool on);
    void take();

    const Appearance& m_appearance;
    QString m_claim;
    QLabel* m_quote;
    QLineEdit* m_field;
    QToolButton* m_button;
    HeadlineLabel* m_sentences;
};

} // namespace rotascope
