#include "core/import/profile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <optional>

namespace rotascope {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::size_t kLongestProfile = std::size_t{1} << 20;

constexpr std::array kOrders{NumericOrder::MonthFirst, NumericOrder::DayFirst, NumericOrder::YearFirst};
constexpr std::array kEncodings{Encoding::Utf8, Encoding::Utf8WithBom, Encoding::Utf16Le, Encoding::Utf16Be,
                                Encoding::Windows1252};
constexpr std::string_view kDelimiters = ",;\t|";

Failure bad(const std::string& why) {
    return refused(
        "bad_profile",
        fmt::format("This is not a profile that can be used: {}. Export it again, or make a new one.", why));
}

template <class T, class Name>
Json optionalJson(const std::optional<T>& value, Name name) {
    return value ? Json(name(*value)) : Json(nullptr);
}

/// A string of the object, or nothing where it is null.
Result<std::optional<std::string>> textIn(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null())
        return std::optional<std::string>{};
    if (!found->is_string())
        return bad(fmt::format("\"{}\" is not a text", key));
    return std::optional(found->get<std::string>());
}

/// One choice of a known few, by name.
template <class T>
Result<void> readChoice(const Json& json, const char* key, std::optional<T>& into,
                        std::optional<T> (*named)(std::string_view)) {
    const auto text = textIn(json, key);
    if (!text)
        return Failure(text.error());
    if (!*text)
        return {};
    into = named(**text);
    if (!into)
        return bad(fmt::format("\"{}\" cannot be \"{}\"", key, **text));
    return {};
}

std::optional<NumericOrder> orderNamed(std::string_view name) {
    for (const NumericOrder order : kOrders)
        if (nameOf(order) == name)
            return order;
    return std::nullopt;
}

std::optional<Encoding> encodingNamed(std::string_view name) {
    for (const Encoding encoding : kEncodings)
        if (nameOf(encoding) == name)
            return encoding;
    return std::nullopt;
}

std::optional<char> decimalNamed(std::string_view name) {
    if (name == "point")
        return '.';
    return name == "comma" ? std::optional(',') : std::nullopt;
}

std::optional<char> delimiterNamed(std::string_view name) {
    const bool known = name.size() == 1 && kDelimiters.find(name.front()) != std::string_view::npos;
    return known ? std::optional(name.front()) : std::nullopt;
}

std::optional<Symbol> symbolNamed(std::string_view name) {
    Symbol symbol = canonicalSymbol(name);
    return symbol.empty() ? std::nullopt : std::optional(std::move(symbol));
}

std::optional<Date> dateNamed(std::string_view text) {
    return parseIsoDate(text);
}

std::optional<ConflictPolicy> policyNamed(std::string_view name) {
    if (name == "keep")
        return ConflictPolicy::Keep;
    return name == "replace" ? std::optional(ConflictPolicy::Replace) : std::nullopt;
}

std::optional<ColumnRole> roleNamed(std::string_view name) {
    for (std::size_t i = 0; i < kColumnRoles; ++i)
        if (nameOf(static_cast<ColumnRole>(i)) == name)
            return static_cast<ColumnRole>(i);
    return std::nullopt;
}

std::optional<std::string> anyText(std::string_view text) {
    return std::string(text);
}

Result<RoleChoice> readColumn(const Json& json) {
    if (!json.is_object() || json.size() != 2)
        return bad("a column is not a heading and a role");
    std::optional<std::string> heading;
    std::optional<ColumnRole> role;
    for (const auto& read :
         {readChoice(json, "heading", heading, anyText), readChoice(json, "role", role, roleNamed)})
        if (!read)
            return Failure(read.error());
    if (!heading || !role)
        return bad("a column lacks its heading or its role");
    return RoleChoice{*heading, *role};
}

Result<void> readColumns(const Json& json, std::vector<RoleChoice>& into) {
    const auto columns = json.find("columns");
    if (columns == json.end())
        return {};
    if (!columns->is_array())
        return bad("\"columns\" is not a list");
    for (const Json& column : *columns) {
        auto choice = readColumn(column);
        if (!choice)
            return Failure(choice.error());
        into.push_back(std::move(*choice));
    }
    return {};
}

Result<Json> openProfile(std::string_view text) {
    if (text.size() > kLongestProfile)
        return bad("it is larger than 1 MB");
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("rotascope_profile"))
        return bad("it does not begin with \"rotascope_profile\"");
    const Json& version = json["rotascope_profile"];
    if (!version.is_number_integer() || version.get<std::int64_t>() < 1)
        return bad("its version is not a number");
    if (version.get<std::int64_t>() > kVersion)
        return refused("newer_profile",
                       fmt::format("This profile is of version {}, this program reads up to {}. Update "
                                   "Rotascope, or save the profile again in this version.",
                                   version.get<std::int64_t>(), kVersion));
    constexpr std::array<std::string_view, 12> kKeys{
        "rotascope_profile", "name",      "header",  "symbol", "date_order",  "decimal",
        "encoding",          "delimiter", "cadence", "date",   "on_conflict", "columns"};
    for (const auto& [key, value] : json.items())
        if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
            return bad(fmt::format("it sets \"{}\", which this version does not know", key));
    return json;
}

} // namespace

std::string profileText(const Profile& profile) {
    const ReadingChoices& choices = profile.choices;
    Json columns = Json::array();
    for (const RoleChoice& choice : choices.roles)
        columns.push_back({{"heading", choice.heading}, {"role", nameOf(choice.role)}});
    const auto letter = [](char c) { return std::string(1, c); };
    const Json json{
        {"rotascope_profile", kVersion},
        {"name", profile.name},
        {"header", profile.header},
        {"symbol", optionalJson(choices.symbol, [](const Symbol& symbol) { return symbol; })},
        {"date_order", optionalJson(choices.dateOrder, [](NumericOrder order) { return nameOf(order); })},
        {"decimal", optionalJson(choices.decimal, [](char c) { return c == ',' ? "comma" : "point"; })},
        {"encoding", optionalJson(choices.encoding, [](Encoding encoding) { return nameOf(encoding); })},
        {"delimiter", optionalJson(choices.delimiter, letter)},
        {"cadence", optionalJson(choices.cadence, [](Cadence cadence) { return nameOf(cadence); })},
        {"date", optionalJson(choices.date, [](Date date) { return isoText(date); })},
        {"on_conflict", profile.onConflict == ConflictPolicy::Replace ? "replace" : "keep"},
        {"columns", columns}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<Profile> parseProfile(std::string_view text) {
    const auto json = openProfile(text);
    if (!json)
        return Failure(json.error());
    Profile profile;
    std::optional<std::string> name;
    std::optional<std::string> header;
    std::optional<ConflictPolicy> policy;
    ReadingChoices& choices = profile.choices;
    for (const auto& read :
         {readChoice(*json, "name", name, anyText), readChoice(*json, "header", header, anyText),
          readChoice(*json, "symbol", choices.symbol, symbolNamed),
          readChoice(*json, "date_order", choices.dateOrder, orderNamed),
          readChoice(*json, "decimal", choices.decimal, decimalNamed),
          readChoice(*json, "encoding", choices.encoding, encodingNamed),
          readChoice(*json, "delimiter", choices.delimiter, delimiterNamed),
          readChoice(*json, "cadence", choices.cadence, cadenceNamed),
          readChoice(*json, "date", choices.date, dateNamed),
          readChoice(*json, "on_conflict", policy, policyNamed), readColumns(*json, choices.roles)})
        if (!read)
            return Failure(read.error());
    if (!name || name->empty())
        return bad("it has no name");
    profile.name = std::move(*name);
    profile.header = header.value_or(std::string{});
    profile.onConflict = policy.value_or(ConflictPolicy::Keep);
    return profile;
}

} // namespace rotascope
