#include "ui/pages/trend/rotation_section.h"

#include "core/analysis/relative/basket_index.h"
#include "core/analysis/relative/rotation_wording.h"
#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/relative_tables.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("rotation map");
const QString kTrend = QStringLiteral("trend");
constexpr std::array kTails{0, 5, 10, 21};
constexpr int kUsualTail = 1;
constexpr std::size_t kMostBack = 252;
constexpr double kMiddle = 100;

/// A basket as a track of its own.
RotationTrack basketTrack(const MarketView& market, const Basket& basket, const SeriesView& benchmark,
                          const RotationParams& params) {
    const auto index = basketIndex(market, basket);
    return index ? rotationTrack(basket.name, index->view(), benchmark, params)
                 : RotationTrack{basket.name, {}, {}, {}, {}, 0, {}};
}

Result<RotationMap> basketMap(const MarketView& market, const std::vector<Basket>& baskets,
                              const RotationParams& params) {
    const auto benchmark = market.closes(params.benchmark);
    if (!benchmark)
        return Failure(benchmark.error());
    RotationMap map{params, benchmark->dates.back(), {}, {}};
    for (const Basket& basket : baskets) {
        if (!basket.inRotation)
            continue;
        RotationTrack track = basketTrack(market, basket, *benchmark, params);
        if (track.quadrant)
            map.tracks.push_back(std::move(track));
        else
            map.missing.push_back(basket.name);
    }
    return map;
}

ColourRole inkOf(Quadrant quadrant) {
    switch (quadrant) {
    case Quadrant::Leading:
        return ColourRole::Positive;
    case Quadrant::Weakening:
        return ColourRole::Attention;
    case Quadrant::Lagging:
        return ColourRole::Negative;
    case Quadrant::Improving:
        return ColourRole::LargeCap;
    }
    return ColourRole::Text;
}

QPointF pointAt(const RotationTrack& track, std::size_t at) {
    return {track.strength[at] - kMiddle, track.momentum[at] - kMiddle};
}

} // namespace

RotationSection::RotationSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* map = makeMap();
    pageColumn(this, m_headline)->addWidget(new PageBody(map, makeSide(), this), 1);
    connect(m_benchmark, &QComboBox::activated, this, &RotationSection::ask);
    connect(m_subjects, &SegmentBar::chosen, this, &RotationSection::ask);
    connect(m_cadence, &SegmentBar::chosen, this, &RotationSection::ask);
    connect(m_tail, &SegmentBar::chosen, this, &RotationSection::showPoints);
    connect(m_slider, &QSlider::valueChanged, this, &RotationSection::showPoints);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (m_subjects->current() == 0)
            emit pageRequested(kTrend, {{}, m_rotation->map->tracks[static_cast<std::size_t>(row)].symbol});
    });
}

QWidget* RotationSection::makeMap() {
    m_mapPanel = new Panel(tr("Rotation map"), this);
    auto* controls = new QWidget(m_mapPanel);
    auto* row = controlRow(controls);
    m_benchmark = choiceList(tr("Benchmark"), controls);
    m_subjects = new SegmentBar(tr("Of"), {tr("Coverage list"), tr("Baskets")}, controls);
    m_subjects->setCurrent(0);
    m_cadence = new SegmentBar(tr("Steps"), {tr("Daily"), tr("Weekly")}, controls);
    m_cadence->setCurrent(0);
    QStringList tails;
    for (const int tail : kTails)
        tails << QString::number(tail);
    m_tail = new SegmentBar(tr("Tail"), tails, controls);
    m_tail->setCurrent(kUsualTail);
    for (int i = 0; i < static_cast<int>(kTails.size()); ++i)
        m_tail->setExplanation(i, tr("Tail of %1 steps").arg(kTails[static_cast<std::size_t>(i)]));
    row->addWidget(m_benchmark);
    row->addWidget(m_subjects);
    row->addStretch(1);
    row->addWidget(m_cadence);
    row->addWidget(m_tail);
    m_map = new QuadrantView(appearance(), m_mapPanel);
    auto* foot = new QWidget(m_mapPanel);
    auto* last = controlRow(foot);
    m_slider = new QSlider(Qt::Horizontal, foot);
    m_slider->setAccessibleName(tr("Step shown"));
    m_slider->setToolTip(tr("Back through time; the as-of date stays"));
    m_date = new QLabel(foot);
    m_formula = new QLabel(foot);
    for (QLabel* label : {m_date, m_formula}) {
        setTextSize(*label, TextSize::Small);
        setInk(*label, ColourRole::MutedText);
    }
    last->addWidget(m_formula);
    last->addStretch(1);
    last->addWidget(m_slider, 1);
    last->addWidget(m_date);
    m_mapPanel->addContent(controls);
    m_mapPanel->addContent(m_map, 1);
    m_mapPanel->addContent(foot);
    return m_mapPanel;
}

SideColumn* RotationSection::makeSide() {
    auto* side = new SideColumn(this);
    m_tablePanel = new Panel(tr("Where they stand"), side);
    m_table = tableIn(m_tablePanel, appearance(), DataTable::Height::FitsRows);
    m_wordsPanel = new Panel(tr("In words"), side);
    m_words = proseIn(m_wordsPanel, TextSize::Table, ColourRole::Text);
    m_wordsPanel->addContent(m_words);
    side->addPanel(m_tablePanel);
    side->addPanel(m_wordsPanel);
    return side;
}

RotationSection::Rotation RotationSection::rotationOf(const UniverseView& view, const Wish& wish) {
    const MarketView market = view.market();
    const RotationParams& params = wish.params;
    std::vector<Symbol> coverage = view.coverage().funds;
    std::erase(coverage, params.benchmark); // it stands at 100 / 100 against itself
    auto map = wish.subjects == Subjects::Baskets ? basketMap(market, view.universe->baskets, params)
                                                  : analyseRotation(market, coverage, params);
    if (!map)
        return {{}, map.error().message};
    return {std::make_shared<const RotationMap>(std::move(*map)), {}};
}

void RotationSection::analyse() {
    QStringList names;
    for (const Symbol& symbol : universe().universe()->priced)
        names << qtext(symbol);
    const QString before = m_benchmark->currentText();
    showChoices(*m_benchmark, names, before.isEmpty() ? qtext(RotationParams().benchmark) : before);
    RotationParams params;
    params.benchmark = utf8(m_benchmark->currentText());
    params.weekly = m_cadence->current() == 1;
    const Subjects subjects = m_subjects->current() == 1 ? Subjects::Baskets : Subjects::Coverage;
    askFor(kSlot, m_rotation, Wish{params, subjects}, rotationOf, [this] { show(); });
}

void RotationSection::show() {
    const bool known = m_rotation->map != nullptr;
    m_tablePanel->setVisible(known);
    m_wordsPanel->setVisible(known);
    if (!known) {
        m_headline->setHeadline({{m_rotation->refusal, Emphasis::Normal}});
        m_map->setPoints({}, {{}, {}, {}, qtext(m_rotation->refusal)});
        return;
    }
    const RotationMap& map = *m_rotation->map;
    const std::vector<std::string> said = rotationInWords(map);
    m_headline->setHeadline({{said.empty() ? std::string() : said.front(), Emphasis::Strong}});
    QStringList lines;
    for (std::size_t i = 1; i < said.size(); ++i)
        lines << qtext(said[i]);
    m_words->setProse(unbroken(lines.join(QLatin1Char('\n'))));
    m_wordsPanel->setVisible(!lines.isEmpty());
    m_formula->setText(qtext(rotationFormula(map.params)));
    std::size_t longest = 0;
    for (const RotationTrack& track : map.tracks)
        longest = std::max(longest, track.dates.size());
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(-static_cast<int>(std::min(longest, kMostBack)), 0);
    showPoints();
}

std::size_t RotationSection::back() const {
    return static_cast<std::size_t>(-m_slider->value());
}

std::vector<QuadrantPoint> RotationSection::points(const RotationMap& map) const {
    const auto tail =
        static_cast<std::size_t>(kTails[static_cast<std::size_t>(std::max(m_tail->current(), 0))]);
    std::vector<QuadrantPoint> out;
    for (const RotationTrack& track : map.tracks) {
        if (track.dates.size() <= back())
            continue;
        const std::size_t at = track.dates.size() - 1 - back();
        const auto quadrant = quadrantOf(track.strength[at], track.momentum[at]);
        if (!quadrant)
            continue;
        QuadrantPoint point{symbolLabel(track.symbol), pointAt(track, at), {}, inkOf(*quadrant), {}, true};
        for (std::size_t i = at - std::min(at, tail); i < at; ++i)
            if (quadrantOf(track.strength[i], track.momentum[i]))
                point.tail.push_back(pointAt(track, i));
        point.explanation = tr("%1 on %2: strength %3, momentum %4, %5")
                                .arg(qtext(track.symbol), dateText(track.dates[at]),
                                     qtext(groupedNumber(track.strength[at], 2)),
                                     qtext(groupedNumber(track.momentum[at], 2)), qtext(nameOf(*quadrant)));
        out.push_back(std::move(point));
    }
    return out;
}

void RotationSection::showPoints() {
    if (!m_rotation || !m_rotation->map)
        return;
    const RotationMap& map = *m_rotation->map;
    QuadrantTexts texts;
    texts.right = tr("strength →");
    texts.top = tr("momentum ↑");
    texts.quarters = {tr("improving"), tr("leading"), tr("lagging"), tr("weakening")};
    texts.nothing = tr("None of them has the %1 common steps with %2 that the map needs.")
                        .arg(map.params.warmUp() + 1)
                        .arg(qtext(map.params.benchmark));
    m_map->setPoints(points(map), texts);
    m_table->setSnapshot(rotationTableOf(map, back()));
    const QString unit = map.params.weekly ? tr("weekly") : tr("daily");
    m_mapPanel->setNote(tr("against %1, %2").arg(qtext(map.params.benchmark), unit));
    const auto longest = std::max_element(
        map.tracks.begin(), map.tracks.end(),
        [](const RotationTrack& a, const RotationTrack& b) { return a.dates.size() < b.dates.size(); });
    if (longest != map.tracks.end() && longest->dates.size() > back())
        m_date->setText(longDateText(longest->dates[longest->dates.size() - 1 - back()]));
}

std::vector<PageInput> RotationSection::inputs() const {
    std::vector<Symbol> symbols{utf8(m_benchmark->currentText())};
    if (m_rotation && m_rotation->map)
        for (const RotationTrack& track : m_rotation->map->tracks)
            symbols.push_back(track.symbol);
    return mainValuesOf(symbols);
}

std::string RotationSection::command() const {
    return "rotation --benchmark " + utf8(m_benchmark->currentText()) +
           (m_cadence->current() == 1 ? " --weekly" : "");
}

} // namespace rotascope
