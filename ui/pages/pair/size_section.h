// How large: tilts that are paid for or not, what they risk, and a ticket from a risk budget.
#pragma once

#include "core/analysis/pair_trade/sizing.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class NumberField;
class Panel;
class ProseLabel;
class SegmentBar;

class SizeSection : public UniversePage {
    Q_OBJECT

public:
    explicit SizeSection(const PageContext& context);

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    struct Wish {
        QString tilts;
        QString shock;
        Symbol benchmark;
        Symbol longLeg;
        Symbol shortLeg;
        double budget = 0;
        double stop = 0;
        double carry = 0;
        bool isBetaNeutral = false;

        bool operator==(const Wish&) const = default;
    };
    struct Shown {
        std::optional<Sizing> sizing;
        std::string sizingRefusal;
        std::optional<Ticket> ticket;
        std::vector<WorstWindow> worst;
        Date priced; ///< the session of the ticket's prices
        std::string ticketRefusal;
    };
    static Shown shownOf(const UniverseView& view, const Wish& wish);
    static void addSizing(const UniverseView& view, const Wish& wish, Shown& shown);
    static void addTicket(const UniverseView& view, const Wish& wish, Shown& shown);
    QWidget* makeSizing();
    QWidget* makeTicket();
    void connectParts();
    void recall();
    void remember();
    void showLists(const UniverseView& view);
    Wish wish() const;
    void show();
    void saveTicket();

    std::shared_ptr<const Shown> m_shown;
    QString m_wantedBenchmark;
    QString m_wantedLong;
    QString m_wantedShort;
    bool m_isFirst = false; ///< nothing was ever typed: an example stands there
    HeadlineLabel* m_headline;
    QLineEdit* m_tilts = nullptr;
    QLineEdit* m_shock = nullptr;
    QComboBox* m_benchmark = nullptr;
    DataTable* m_tiltTable = nullptr;
    Panel* m_tiltWorstPanel = nullptr;
    DataTable* m_tiltWorst = nullptr;
    ProseLabel* m_sizingWords = nullptr;
    QComboBox* m_long = nullptr;
    QComboBox* m_short = nullptr;
    NumberField* m_budget = nullptr;
    NumberField* m_stop = nullptr;
    NumberField* m_carry = nullptr;
    SegmentBar* m_neutral = nullptr;
    QToolButton* m_save = nullptr;
    Panel* m_ticketPanel = nullptr;
    DataTable* m_legs = nullptr;
    ProseLabel* m_ticketWords = nullptr;
    Panel* m_worstPanel = nullptr;
    DataTable* m_worst = nullptr;
};

} // namespace rotascope
