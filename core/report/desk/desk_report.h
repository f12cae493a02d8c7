// core/report/desk: the report of a desk as one value, and its dresses: a page that verifies itself, JSON,
// CSV. Computes nothing; core/workflow/desk_report fills the sections. A new kind of block is one struct here
// and its writers in report_blocks.cpp and report_csv.cpp.
#pragma once

#include "core/analysis/headline.h"
#include "core/figure/figure.h"
#include "core/look/changes.h"
#include "core/market/instrument.h"
#include "core/report/json.h"
#include "core/report/text_table.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rotascope {

/// Grows when a reader of older reports could no longer make sense of a newer one.
constexpr int kReportFormat = 2; // 2: large results are packed

/// One paragraph.
struct ReportText {
    Headline runs;
};
/// Sentences one below the other: points under a heading, small notes without one.
struct ReportList {
    std::string title;
    std::vector<std::string> items;
};
struct ReportFigure {
    std::shared_ptr<const Figure> figure;
    int places = 0; ///< the last so many are shown; 0: all
};
using ReportBlock = std::variant<ReportText, ReportList, ReportFigure, NamedTable>;

/// One analysis: what people read, and the same for programs.
struct ReportSection {
    std::string id;
    std::string title;
    std::vector<ReportBlock> blocks;
    std::string conventions; ///< what its figures mean; may be empty
    Json results;            ///< what the command of that name prints
};

/// A file that values of the report came from.
struct ReportSource {
    std::int64_t importId = 0;
    std::string file;   ///< its name, without the folders of the machine that read it
    std::string sha256; ///< empty for the demo market
    std::vector<Symbol> symbols;
    std::optional<DateRange> range;
    std::string importedAt; ///< UTC
};

/// One stored value that figures of the report stand on.
struct ReportObservation {
    Symbol symbol;
    std::string field;
    Date date;
    double value = 0;          ///< as analyses read it
    std::int64_t importId = 0; ///< of the file, which stands among the sources
    std::uint32_t line = 0;
    std::string text; ///< the line as it stands in the file, or why it cannot be shown
};

/// How a figure of a section came about.
struct ReportFormula {
    std::string section; ///< id
    std::string figure;
    std::string value; ///< as it is shown; empty for what speaks for many figures
    std::string inWords;
    std::string withValues;                ///< empty where it would say the same
    std::vector<std::size_t> observations; ///< positions; of a run its first and its last
};

/// Where everything came from. Not part of the analysis: it differs between desks that hold the same values.
struct ReportProvenance {
    std::string program; ///< version of the program that wrote it
    std::string writtenAt;
    std::string desk; ///< file name
    std::optional<Date> askedAsOf;
    std::vector<ReportSource> sources;
    Json adjusted = Json::array(); ///< splits that values are adjusted for
    std::vector<std::pair<std::string, std::vector<Symbol>>> sectionSymbols; ///< what each section reads
    DeskLook look;                               ///< what a later report compares with
    std::vector<ReportFormula> formulas;         ///< in the order of the sections
    std::vector<ReportObservation> observations; ///< each once
};

/// What is new since an earlier report. It tells of the desk's history (imports, restated values) and is not
/// part of the analysis.
struct ReportChanges {
    Date since; ///< the last session of the earlier one
    std::vector<Change> changes;
};

struct DeskReport {
    Symbol small;
    Symbol large;
    Date asOf; ///< last common session
    std::optional<Date> knownOn;
    bool demo = false;
    Headline headline;
    std::vector<ReportSection> sections;
    std::optional<ReportChanges> changes;
    ReportProvenance provenance;
};

/// "RUT vs SPX"
std::string reportTitle(const DeskReport& report);
/// "Since the report of 21 Nov 2025"
std::string changesTitle(const ReportChanges& changes);
/// The sentences that a page shows, the longest lists cut short.
std::vector<std::string> changesShown(const ReportChanges& changes);

} // namespace rotascope
