#include "core/rules/pack/rule_pack.h"

#include "core/base/text.h"
#include "core/rules/pack/built_in_text.h"
#include "core/rules/pack/pack_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace rotascope {

namespace {

using Json = PackJson;

Result<int> coolDownIn(const Json& object, const std::string& where) {
    const auto found = object.find("cool_down");
    if (found == object.end() || found->is_null())
        return 0;
    const bool whole = found->is_number_integer();
    const auto sessions = whole ? found->get<std::int64_t>() : -1;
    if (sessions < 0 || sessions > kLongestCoolDown)
        return badPack(fmt::format("the cool-down of {} is no number from 0 to {}", where, kLongestCoolDown));
    return static_cast<int>(sessions);
}

Result<Rule> ruleIn(const Json& object, std::size_t position) {
    std::string where = fmt::format("rule {}", position + 1);
    if (!object.is_object())
        return badPack(where + " is no object");
    Rule rule;
    const auto name = packedText(object, "name", where);
    if (!name || trimmed(*name).empty())
        return name ? badPack(where + " has no name") : Failure(name.error());
    rule.name = std::string(trimmed(*name));
    where = fmt::format("rule \"{}\"", rule.name);
    for (const auto& [key, into] : {std::pair{"expression", &rule.expression},
                                    {"clear_when", &rule.clearWhen},
                                    {"horizon", &rule.horizon},
                                    {"source", &rule.source}}) {
        auto text = packedText(object, key, where);
        if (!text)
            return Failure(text.error());
        *into = std::move(*text);
    }
    const auto coolDown = coolDownIn(object, where);
    const auto born = packedDate(object, "born", where);
    const auto syntax = checkPackedRule(rule.expression, where);
    const auto clears = rule.clearWhen.empty() ? Result<void>{} : checkPackedRule(rule.clearWhen, where);
    if (!coolDown || !born)
        return Failure(coolDown ? born.error() : coolDown.error());
    if (!syntax || !clears)
        return Failure(syntax ? clears.error() : syntax.error());
    rule.coolDown = *coolDown;
    rule.born = *born;
    return rule;
}

Result<void> readEntries(const Json& list, const std::string& name, Playbook& into) {
    for (const Json& entry : list) {
        const std::string where = fmt::format("flag \"{}\"", name);
        if (!entry.is_object())
            return badPack(fmt::format("a date of {} is no object", where));
        const auto date = packedDate(entry, "date", where);
        if (!date)
            return Failure(date.error());
        const auto value = entry.find("value");
        if (!*date || value == entry.end() || !value->is_boolean())
            return badPack(fmt::format("a date of {} lacks its date, or its value true or false", where));
        noteFlag(into, name, {**date, value->get<bool>()});
    }
    return {};
}

const Flag* flagNamed(const Playbook& playbook, const std::string& name) {
    const auto found = std::find_if(playbook.flags.begin(), playbook.flags.end(),
                                    [&](const Flag& row) { return toLower(row.name) == toLower(name); });
    return found == playbook.flags.end() ? nullptr : &*found;
}

Result<void> readFlag(const Json& object, std::size_t position, Playbook& into) {
    const std::string where = fmt::format("flag {}", position + 1);
    if (!object.is_object())
        return badPack(where + " is no object");
    const auto name = packedText(object, "name", where);
    if (!name)
        return Failure(name.error());
    const std::string plain(trimmed(*name));
    if (plain.empty() || plain.find('"') != std::string::npos)
        return badPack(where + " has no name, or one with a quote in it");
    if (flagNamed(into, plain))
        return badPack(fmt::format("two flags are called \"{}\"", plain));
    into.flags.push_back({plain, {}});
    const auto dates = object.find("dates");
    if (dates == object.end() || dates->is_null())
        return {};
    return dates->is_array() ? readEntries(*dates, plain, into) : badPack(where + " has no list of dates");
}

Result<void> readRules(const Json& list, Playbook& into) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto rule = ruleIn(list[i], i);
        if (!rule)
            return Failure(rule.error());
        if (ruleNamed(into, rule->name))
            return badPack(fmt::format("two rules are called \"{}\"", rule->name));
        into.rules.push_back(std::move(*rule));
    }
    return {};
}

Result<void> readFlags(const Json& list, Playbook& into) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (const auto read = readFlag(list[i], i, into); !read)
            return read;
    return {};
}

Result<void> readTheses(const Json& list, Playbook& into) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto thesis = packedThesis(list[i], i);
        if (!thesis)
            return Failure(thesis.error());
        if (thesisNamed(into, thesis->name))
            return badPack(fmt::format("two theses are called \"{}\"", thesis->name));
        into.theses.push_back(std::move(*thesis));
    }
    return {};
}

/// ★ The lists of a pack, in the order in which they are read.
struct PackList {
    const char* key;
    Result<void> (*read)(const Json& list, Playbook& into);
};
constexpr PackList kLists[] = {{"flags", &readFlags}, {"rules", &readRules}, {"theses", &readTheses}};

Result<void> checkVersion(const Json& pack) {
    const auto kind = pack.find("rotascope");
    if (kind == pack.end() || *kind != "pack")
        return badPack("it does not say \"rotascope\": \"pack\"");
    const auto version = pack.find("version");
    if (version == pack.end() || !version->is_number_integer())
        return badPack("it has no version");
    const auto number = version->get<std::int64_t>();
    if (number > kPackVersion)
        return refused("newer_pack",
                       fmt::format("This pack has version {}; this program reads version {}. Update the "
                                   "program, or export the pack for the older version.",
                                   number, kPackVersion));
    return number < 1 ? Result<void>(badPack("its version is below 1")) : Result<void>{};
}

Json ruleJson(const Rule& rule) {
    Json out{{"name", rule.name}, {"expression", rule.expression}};
    if (!rule.clearWhen.empty())
        out["clear_when"] = rule.clearWhen;
    if (rule.coolDown > 0)
        out["cool_down"] = rule.coolDown;
    if (!rule.horizon.empty())
        out["horizon"] = rule.horizon;
    if (rule.born)
        out["born"] = isoText(*rule.born);
    if (!rule.source.empty())
        out["source"] = rule.source;
    return out;
}

Json flagJson(const Flag& flag) {
    Json dates = Json::array();
    for (const Flag::Entry& entry : flag.entries)
        dates.push_back({{"date", isoText(entry.date)}, {"value", entry.value}});
    return {{"name", flag.name}, {"dates", std::move(dates)}};
}

/// Whether the desk notes the opposite for a day that the flag notes.
bool contradicts(const Playbook& playbook, const Flag& flag) {
    const Flag* own = flagNamed(playbook, flag.name);
    if (!own)
        return false;
    return std::any_of(flag.entries.begin(), flag.entries.end(), [&](const Flag::Entry& entry) {
        return std::any_of(own->entries.begin(), own->entries.end(), [&](const Flag::Entry& noted) {
            return noted.date == entry.date && noted.value != entry.value;
        });
    });
}

} // namespace

std::string packText(const Playbook& playbook) {
    Json rules = Json::array();
    for (const Rule& rule : playbook.rules)
        rules.push_back(ruleJson(rule));
    Json flags = Json::array();
    for (const Flag& flag : playbook.flags)
        flags.push_back(flagJson(flag));
    Json theses = Json::array();
    for (const Thesis& thesis : playbook.theses)
        theses.push_back(thesisJson(thesis));
    const Json pack{{"rotascope", "pack"},       {"version", kPackVersion},   {"name", playbook.name},
                    {"rules", std::move(rules)}, {"flags", std::move(flags)}, {"theses", std::move(theses)}};
    return pack.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Playbook> readPack(std::string_view text) {
    if (text.size() > kLongestPack)
        return badPack("it is larger than 4 MB");
    const Json pack = Json::parse(text, nullptr, false);
    if (!pack.is_object())
        return badPack("it is no JSON object");
    if (const auto version = checkVersion(pack); !version)
        return Failure(version.error());
    Playbook out;
    const auto name = packedText(pack, "name", "the pack");
    if (!name)
        return Failure(name.error());
    out.name = *name;
    for (const PackList& row : kLists) {
        const auto list = pack.find(row.key);
        if (list == pack.end() || list->is_null())
            continue;
        if (!list->is_array() || list->size() > kMostRules)
            return badPack(fmt::format("\"{}\" is no list of at most {}", row.key, kMostRules));
        if (const auto read = row.read(*list, out); !read)
            return Failure(read.error());
    }
    return out;
}

Result<Playbook> withPack(Playbook playbook, const Playbook& pack) {
    const auto collision = [](std::string_view what, const std::string& name) {
        return refused(
            "name_collision",
            fmt::format("The desk has another {} called \"{}\". Rename one of the two.", what, name));
    };
    for (const Rule& rule : pack.rules) {
        const Rule* own = ruleNamed(playbook, rule.name);
        if (own && *own != rule)
            return collision("rule", rule.name);
        if (!own)
            playbook.rules.push_back(rule);
    }
    for (const Flag& flag : pack.flags) {
        if (contradicts(playbook, flag))
            return collision("flag", flag.name);
        if (flag.entries.empty() && !flagNamed(playbook, flag.name))
            playbook.flags.push_back(flag);
        for (const Flag::Entry& entry : flag.entries)
            noteFlag(playbook, flag.name, entry);
    }
    for (const Thesis& thesis : pack.theses) {
        const Thesis* own = thesisNamed(playbook, thesis.name);
        if (own && *own != thesis)
            return collision("thesis", thesis.name);
        if (!own)
            playbook.theses.push_back(thesis);
    }
    return playbook;
}

const Playbook& builtInPlaybook() {
    static const Playbook playbook = [] {
        auto read = readPack(builtInPackText());
        assert(read);
        return read ? std::move(*read) : Playbook{};
    }();
    return playbook;
}

} // namespace rotascope
