#include "core/rules/pack/pack_json.h"

#include "core/base/text.h"
#include "core/rules/expression.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kMostItems = 100;

Result<ThesisItem> itemIn(const PackJson& object, const std::string& thesis) {
    if (!object.is_object())
        return badPack(fmt::format("an item of {} is no object", thesis));
    ThesisItem item;
    const auto name = packedText(object, "name", "an item of " + thesis);
    if (!name || trimmed(*name).empty())
        return name ? badPack(fmt::format("an item of {} has no name", thesis)) : Failure(name.error());
    item.name = std::string(trimmed(*name));
    const std::string where = fmt::format("item \"{}\" of {}", item.name, thesis);
    const auto kind = packedText(object, "kind", where);
    auto condition = packedText(object, "condition", where);
    auto evidence = packedText(object, "evidence", where);
    const auto expiry = packedDate(object, "expiry", where);
    for (const auto* text : {&kind, static_cast<const Result<std::string>*>(&condition),
                             static_cast<const Result<std::string>*>(&evidence)})
        if (!*text)
            return Failure(text->error());
    if (!expiry)
        return Failure(expiry.error());
    if (*kind != nameOf(ThesisItemKind::Trigger) && *kind != nameOf(ThesisItemKind::Invalidation))
        return badPack(fmt::format("the kind of {} is neither trigger nor invalidation", where));
    if (const auto sound = checkPackedRule(*condition, where); !sound)
        return Failure(sound.error());
    item.kind =
        *kind == nameOf(ThesisItemKind::Trigger) ? ThesisItemKind::Trigger : ThesisItemKind::Invalidation;
    item.condition = std::move(*condition);
    item.evidence = std::move(*evidence);
    item.expiry = *expiry;
    return item;
}

Result<void> readItems(const PackJson& list, const std::string& where, Thesis& into) {
    if (!list.is_array() || list.size() > kMostItems)
        return badPack(fmt::format("{} has no list of at most {} items", where, kMostItems));
    for (const PackJson& object : list) {
        auto item = itemIn(object, where);
        if (!item)
            return Failure(item.error());
        const bool twice = std::any_of(into.items.begin(), into.items.end(), [&](const ThesisItem& row) {
            return toLower(row.name) == toLower(item->name);
        });
        if (twice)
            return badPack(fmt::format("two items of {} are called \"{}\"", where, item->name));
        into.items.push_back(std::move(*item));
    }
    return {};
}

} // namespace

Failure badPack(const std::string& why) {
    return refused("bad_pack", fmt::format("This is no pack of rules that can be read: {}.", why));
}

Result<std::string> packedText(const PackJson& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return std::string{};
    if (!found->is_string())
        return badPack(fmt::format("\"{}\" of {} is no text", key, where));
    return found->get<std::string>();
}

Result<std::optional<Date>> packedDate(const PackJson& object, const char* key, const std::string& where) {
    const auto text = packedText(object, key, where);
    if (!text)
        return Failure(text.error());
    if (text->empty())
        return std::optional<Date>{};
    const auto date = parseIsoDate(*text);
    if (!date)
        return badPack(fmt::format("\"{}\" of {} is no date of the form YYYY-MM-DD", key, where));
    return date;
}

Result<void> checkPackedRule(const std::string& text, const std::string& where) {
    if (const auto tree = parseExpression(text); !tree)
        return badPack(fmt::format("{}: {}", where, asFailure(tree.error(), text).value().message));
    return {};
}

PackJson thesisJson(const Thesis& thesis) {
    PackJson items = PackJson::array();
    for (const ThesisItem& item : thesis.items) {
        PackJson row{{"name", item.name}, {"kind", nameOf(item.kind)}, {"condition", item.condition}};
        if (item.expiry)
            row["expiry"] = isoText(*item.expiry);
        if (!item.evidence.empty())
            row["evidence"] = item.evidence;
        items.push_back(std::move(row));
    }
    PackJson out{{"name", thesis.name}};
    if (thesis.start)
        out["start"] = isoText(*thesis.start);
    out["items"] = std::move(items);
    return out;
}

Result<Thesis> packedThesis(const PackJson& object, std::size_t position) {
    std::string where = fmt::format("thesis {}", position + 1);
    if (!object.is_object())
        return badPack(where + " is no object");
    const auto name = packedText(object, "name", where);
    if (!name || trimmed(*name).empty())
        return name ? badPack(where + " has no name") : Failure(name.error());
    Thesis out;
    out.name = std::string(trimmed(*name));
    where = fmt::format("thesis \"{}\"", out.name);
    const auto start = packedDate(object, "start", where);
    if (!start)
        return Failure(start.error());
    out.start = *start;
    const auto items = object.find("items");
    if (items == object.end())
        return badPack(where + " has no items");
    if (const auto read = readItems(*items, where, out); !read)
        return Failure(read.error());
    return out;
}

} // namespace rotascope
