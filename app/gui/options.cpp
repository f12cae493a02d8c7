#include "app/gui/options.h"

#include "ui/convert/convert.h"
#include "ui/pages/page_catalogue.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

/// Takes the option's value; returns what is wrong with it, or nothing.
using Take = QString (*)(WindowOptions& options, const QString& value);

struct OptionRow {
    const char* name;
    const char* value; ///< what stands for the value in the help; empty: a switch
    const char* words;
    Take take;
};

QString takeDate(WindowOptions& options, const QString& value) {
    options.asOf = parseIsoDate(utf8(value));
    return options.asOf ? QString()
                        : QStringLiteral("\"%1\" is not a date; write it as 2024-11-06.").arg(value);
}

QString namesOf(std::span<const PageInfo> pages) {
    QStringList names;
    for (const PageInfo& page : pages)
        names << QLatin1String(page.id);
    return names.join(QStringLiteral(", "));
}

/// "trend" or, with a section, "trend:rotation".
QString takePage(WindowOptions& options, const QString& value) {
    const QStringList parts = value.toLower().split(QLatin1Char(':'));
    options.page = parts.value(0);
    options.section = parts.value(1);
    const int index = pageIndex(options.page);
    if (index < 0)
        return QStringLiteral("There is no page \"%1\"; there are %2.")
            .arg(options.page, namesOf(pageCatalogue()));
    const auto sections = sectionsOf(pageCatalogue()[static_cast<std::size_t>(index)]);
    if (options.section.isEmpty() || pageIndex(sections, options.section) >= 0)
        return {};
    return sections.empty() ? QStringLiteral("The page \"%1\" has no sections.").arg(options.page)
                            : QStringLiteral("There is no section \"%1\"; there are %2.")
                                  .arg(options.section, namesOf(sections));
}

QString takeSize(WindowOptions& options, const QString& value) {
    const QStringList parts = value.toLower().split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    options.size = size;
    const bool sane = parts.size() == 2 && size.width() >= 320 && size.height() >= 240 &&
                      size.width() <= 16384 && size.height() <= 16384;
    return sane ? QString()
                : QStringLiteral(
                      "\"%1\" is not a size between 320x240 and 16384x16384; write it as 1600x1000.")
                      .arg(value);
}

QString takeTheme(WindowOptions& options, const QString& value) {
    options.theme = value.toLower();
    for (const Theme& theme : allThemes())
        if (theme.id != ThemeId::Print && theme.name == options.theme)
            return {};
    return QStringLiteral("There is no theme \"%1\"; there are light, dark and contrast.").arg(value);
}

constexpr std::array<OptionRow, 11> kOptions{{
    {"--import", "FILE…", "imports CSV files, then shows the desk", nullptr},
    {"--as-of", "DATE", "shows everything as of a date (2024-11-06)", takeDate},
    {"--page", "NAME", "opens a page (overview, divergence), or a section of it (trend:rotation)", takePage},
    {"--size", "WxH", "size of the window (1600x1000)", takeSize},
    {"--theme", "NAME", "light, dark or contrast", takeTheme},
    {"--screenshot", "FILE.png", "writes a picture of the window and exits; needs no display",
     [](WindowOptions& options, const QString& value) {
         options.screenshot = value;
         return QString();
     }},
    {"--report", "FILE", "writes a report (.pdf, .png, .html, .csv, .json) and exits; needs no display",
     [](WindowOptions& options, const QString& value) {
         options.report = value;
         return QString();
     }},
    {"--log", "FILE", "where imports, undos, rule checks, reports and errors are noted; none: nowhere",
     [](WindowOptions& options, const QString& value) {
         options.log = value;
         return QString();
     }},
    {"--version", "", "prints the version",
     [](WindowOptions& options, const QString&) {
         options.showVersion = true;
         return QString();
     }},
    {"--man", "", "prints the manual page, for man",
     [](WindowOptions& options, const QString&) {
         options.showMan = true;
         return QString();
     }},
    {"--help", "", "prints this text",
     [](WindowOptions& options, const QString&) {
         options.showHelp = true;
         return QString();
     }},
}};

/// Options that Qt takes for itself, with the number of values each has.
struct QtOption {
    const char* name;
    int values;
};

constexpr std::array<QtOption, 5> kQtOptions{
    {{"-platform", 1}, {"-style", 1}, {"-display", 1}, {"-reverse", 0}, {"-qwindowgeometry", 1}}};

const QtOption* qtOptionNamed(const QString& name) {
    for (const QtOption& option : kQtOptions)
        if (name == QLatin1String(option.name))
            return &option;
    return nullptr;
}

const OptionRow* rowNamed(const QString& name) {
    for (const OptionRow& row : kOptions)
        if (name == QLatin1String(row.name))
            return &row;
    return name == QLatin1String("-h") ? rowNamed(QStringLiteral("--help")) : nullptr;
}

bool isOption(const QString& argument) {
    return argument.size() > 1 && argument.startsWith(QLatin1Char('-'));
}

/// Walks over the arguments, one option or file at a time.
class Parser {
public:
    explicit Parser(const QStringList& arguments)
        : m_left(arguments) {}

    ParsedOptions run() {
        while (!m_left.isEmpty() && m_parsed.problem.isEmpty())
            takeNext();
        return m_parsed;
    }

private:
    void takeNext() {
        QString argument = m_left.takeFirst();
        if (!isOption(argument))
            return takeDesk(argument);
        if (const QtOption* theirs = qtOptionNamed(argument))
            return skip(theirs->values);
        const auto equals = argument.indexOf(QLatin1Char('='));
        if (equals > 0) {
            m_left.prepend(argument.mid(equals + 1));
            argument.truncate(equals);
        }
        const OptionRow* row = rowNamed(argument);
        if (!row)
            m_parsed.problem = QStringLiteral("There is no option %1; see rotascope --help.").arg(argument);
        else if (!row->take)
            takeImports();
        else
            takeOption(*row);
    }

    void skip(int values) { m_left.remove(0, std::min<qsizetype>(values, m_left.size())); }

    void takeOption(const OptionRow& row) {
        QString value;
        if (*row.value) {
            if (m_left.isEmpty()) {
                m_parsed.problem =
                    QStringLiteral("%1 needs %2.").arg(QLatin1String(row.name), QString::fromUtf8(row.value));
                return;
            }
            value = m_left.takeFirst();
        }
        m_parsed.problem = row.take(m_parsed.options, value);
    }

    // Every file up to the next option; a desk among them would be ambiguous, so *.rota ends the list.
    void takeImports() {
        const auto before = m_parsed.options.imports.size();
        while (!m_left.isEmpty() && !isOption(m_left.front()) &&
               !m_left.front().endsWith(QLatin1String(".rota")))
            m_parsed.options.imports << m_left.takeFirst();
        if (m_parsed.options.imports.size() == before)
            m_parsed.problem = QStringLiteral("--import needs at least one file.");
    }

    void takeDesk(const QString& path) {
        if (!m_parsed.options.desk.isEmpty())
            m_parsed.problem =
                QStringLiteral("One desk at a time: %1 and %2 were named.").arg(m_parsed.options.desk, path);
        m_parsed.options.desk = path;
    }

    QStringList m_left;
    ParsedOptions m_parsed;
};

} // namespace

ParsedOptions parseOptions(const QStringList& arguments) {
    return Parser(arguments).run();
}

QString helpText() {
    QString text = QStringLiteral(
        "rotascope [FILE.rota] [options]\n\n"
        "Shows the rotation between small and large caps. Without FILE the per-user desk opens,\n"
        "made when missing.\n\n");
    for (const OptionRow& row : kOptions) {
        const QString name = QLatin1String(row.name) + QLatin1Char(' ') + QString::fromUtf8(row.value);
        text += QStringLiteral("  %1 %2\n").arg(name, -22).arg(QString::fromUtf8(row.words));
    }
    return text;
}

QString manPage(const QString& version) {
    // A hyphen of the text is one that can be searched for.
    const auto roff = [](const char* words) {
        return QString::fromUtf8(words).replace(QLatin1Char('-'), QStringLiteral("\\-"));
    };
    QString text =
        QStringLiteral(".TH ROTASCOPE 1 \"\" \"Rotascope %1\" \"User Commands\"\n"
                       ".SH NAME\nrotascope \\- the rotation between small and large caps, in a window\n"
                       ".SH SYNOPSIS\n.B rotascope\n[\\fIFILE.rota\\fR] [\\fIoptions\\fR]\n"
                       ".SH DESCRIPTION\nWithout FILE the per\\-user desk opens, made when missing.\n"
                       ".SH OPTIONS\n")
            .arg(version);
    for (const OptionRow& row : kOptions)
        text +=
            QStringLiteral(".TP\n\\fB%1\\fR %2\n%3\n").arg(roff(row.name), roff(row.value), roff(row.words));
    return text + QStringLiteral(".SH SEE ALSO\n.BR rota (1)\n");
}

} // namespace rotascope
