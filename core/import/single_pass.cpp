#include "core/import/single_pass.h"

#include "core/import/import_targets.h"
#include "core/import/make_plan.h"

#include <algorithm>

namespace rotascope {

namespace {

class SinglePass {
public:
    SinglePass(const ImportPass& pass, ReadAccount& account, const BlockSink& sink)
        : m_pass(pass)
        , m_sink(sink)
        , m_account(account)
        , m_survey(pass.plan)
        , m_surveyor(pass.plan, m_survey) {
        m_prepared.plan = pass.plan;
        m_reader.emplace(m_prepared, account);
    }

    /// False once it is clear that the file must be read the usual way.
    bool run() {
        RowStream stream(m_pass.bytes, m_pass.plan, m_pass.today, m_pass.progress);
        stream.hashBytes();
        for (;;) {
            const auto more = stream.next();
            if (!more || (*more && !take(stream)))
                return false;
            if (!*more)
                break;
        }
        m_surveyor.finish(stream);
        m_account.outside.rowsRead = stream.rows();
        return m_pass.bytes.unchanged() && (m_reader->block().size() == 0 || give());
    }

    std::optional<PreparedImport> settled(const ReadingChoices& choices, FileFacts& facts) {
        auto plan = confirmedPlan(m_pass.plan, m_survey, choices);
        // A line of words below the last date is a footer; it was judged before that was known.
        if (!plan || m_lastUndatedLine > m_survey.lastDatedLine)
            return std::nullopt;
        PreparedImport settled;
        settled.plan = std::move(*plan);
        settled.plan.lastDatedLine = m_survey.lastDatedLine;
        settled.tickers = std::move(m_survey.tickers);
        if (!nameSeries(settled.plan, m_survey, choices, {}))
            return std::nullopt;
        addTargets(settled, m_survey, choices);
        settled.checksum = m_survey.checksum;
        if (!sameSeries(m_prepared.targets, settled.targets))
            return std::nullopt;
        facts.symbols = symbolsOf(settled.targets);
        facts.plan = settled.plan;
        facts.take(m_survey);
        facts.targets = settled.targets;
        return settled;
    }

private:
    bool take(const RowStream& stream) {
        if (!m_surveyor.add(stream))
            return false;
        const TypedRow& row = stream.row();
        if (row.kind == TypedRow::Kind::Data && !meet(row.ticker))
            return false;
        if (row.kind == TypedRow::Kind::Rejected && row.day == kNoDay)
            m_lastUndatedLine = row.line;
        m_reader->add(stream);
        return m_reader->block().size() < kBlockRows || give();
    }

    bool give() {
        // With the decimals of a whole block, which are seldom finer at the end of the file.
        for (ImportTarget& target : m_reader->block().joining)
            target = targetFor(m_pass.plan, m_survey, 0, target.instrument.symbol, target.cadence);
        return m_sink(m_reader->block());
    }

    /// Makes the ticker's target with its first row. False where its dates are in no order: one may stand
    /// twice, which only another look at the file tells.
    bool meet(std::string_view ticker) {
        const std::size_t symbol = m_prepared.tickers.indexOf(ticker);
        if (symbol == TickerIndex::kNoTicker)
            return true;
        if (symbol >= m_prepared.targets.size()) {
            const Symbol name = m_prepared.tickers.symbols()[symbol] + m_pass.plan.groups.front().suffix;
            m_prepared.targetOf.push_back(static_cast<std::uint32_t>(symbol));
            m_prepared.targets.push_back(targetFor(m_pass.plan, m_survey, 0, name, Cadence::Daily));
            m_reader->block().joining.push_back(m_prepared.targets.back());
        }
        return !m_survey.symbols[symbol].mayRepeat();
    }

    /// Decimals and columns are settled at the end.
    static bool sameSeries(const std::vector<ImportTarget>& a, const std::vector<ImportTarget>& b) {
        return !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                        [](const ImportTarget& x, const ImportTarget& y) {
                                            return x.instrument == y.instrument && x.cadence == y.cadence &&
                                                   x.field == y.field && x.availability == y.availability;
                                        });
    }

    const ImportPass& m_pass;
    const BlockSink& m_sink;
    ReadAccount& m_account;
    Survey m_survey;
    Surveyor m_surveyor;
    PreparedImport m_prepared;
    std::optional<RecordReader> m_reader;
    std::uint32_t m_lastUndatedLine = 0;
};

} // namespace

bool maySinglePass(const ReadingPlan& plan, const ReadingChoices& choices) {
    return plan.layout.tickerColumn && plan.groups.size() == 1 && !choices.symbol && !choices.cadence &&
           std::all_of(plan.columns.begin(), plan.columns.end(),
                       [](const ValueColumn& column) { return column.active; });
}

std::optional<PreparedImport> singlePass(const ImportPass& pass, const ReadingChoices& choices,
                                         FileFacts& facts, ReadAccount& account, const BlockSink& sink) {
    if (!pass.bytes.rewind())
        return std::nullopt;
    SinglePass reading(pass, account, sink);
    return reading.run() ? reading.settled(choices, facts) : std::nullopt;
}

} // namespace rotascope
