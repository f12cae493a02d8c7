#include "core/report/desk/value_differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace rotascope {

namespace {

/// ★ What names a row of a list, the most telling first; several keys together where fewer repeat.
using NamingKeys = std::array<std::string_view, 4>;
constexpr auto kNamingKeys = std::to_array<NamingKeys>({
    {"symbol"},
    {"name"},
    {"horizon"},
    {"gap"},
    {"date"},
    {"rule"},
    {"symbol", "week_ending"},
    {"symbol", "month"},
    {"name", "first"},
    {"category", "first"},
    {"symbol", "rule", "field", "first"},
    {"first"},
});

std::string nameText(const Json& row, std::string_view key) {
    const auto found = row.find(std::string(key));
    if (found == row.end() || found->is_structured() || found->is_null())
        return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
}

/// Empty where the row lacks one of the keys.
std::string nameOf(const Json& row, const NamingKeys& keys) {
    std::string name;
    for (const std::string_view key : keys) {
        if (key.empty())
            break;
        const std::string part = nameText(row, key);
        if (part.empty())
            return {};
        name += (name.empty() ? "" : " ") + part;
    }
    return name;
}

/// Names of all rows under these keys; nullopt unless every row has one of its own.
std::optional<std::vector<std::string>> namesOf(const Json& list, const NamingKeys& keys) {
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const Json& row : list) {
        if (!row.is_object())
            return std::nullopt;
        const std::string name = nameOf(row, keys);
        if (name.empty())
            return std::nullopt;
        if (!seen.insert(name).second)
            return std::nullopt;
        names.push_back(name);
    }
    return names;
}

class Comparison {
public:
    void compare(const std::string& path, const Json& then, const Json& now) {
        if (then == now)
            return;
        if (then.is_object() && now.is_object())
            return compareObjects(path, then, now);
        if (then.is_array() && now.is_array())
            return compareLists(path, then, now);
        if (then.is_structured() || now.is_structured())
            return oneSided(path, then, now);
        out.push_back({path, then, now});
    }

    std::vector<ValueDifference> out;

private:
    static std::string below(const std::string& path, const std::string& key) {
        return path.empty() ? key : path + "." + key;
    }

    void compareObjects(const std::string& path, const Json& then, const Json& now) {
        for (const auto& [key, value] : then.items())
            compare(below(path, key), value, now.contains(key) ? now[key] : Json(nullptr));
        for (const auto& [key, value] : now.items())
            if (!then.contains(key))
                compare(below(path, key), nullptr, value);
    }

    void compareLists(const std::string& path, const Json& then, const Json& now) {
        for (const NamingKeys& keys : kNamingKeys) {
            const auto before = namesOf(then, keys);
            const auto after = namesOf(now, keys);
            if (before && after)
                return compareNamed(path, then, *before, now, *after);
        }
        for (std::size_t i = 0; i < std::max(then.size(), now.size()); ++i)
            compare(fmt::format("{}[{}]", path, i), i < then.size() ? then[i] : Json(nullptr),
                    i < now.size() ? now[i] : Json(nullptr));
    }

    void compareNamed(const std::string& path, const Json& then, const std::vector<std::string>& before,
                      const Json& now, const std::vector<std::string>& after) {
        std::map<std::string_view, std::size_t> places;
        for (std::size_t i = 0; i < after.size(); ++i)
            places[after[i]] = i;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const auto place = places.find(before[i]);
            compare(fmt::format("{}[{}]", path, before[i]), then[i],
                    place == places.end() ? Json(nullptr) : now[place->second]);
            if (place != places.end())
                places.erase(place);
        }
        for (std::size_t i = 0; i < after.size(); ++i)
            if (places.contains(after[i]))
                compare(fmt::format("{}[{}]", path, after[i]), nullptr, now[i]);
    }

    /// A whole object or list that only one side has: each of its values differs.
    void oneSided(const std::string& path, const Json& then, const Json& now) {
        const std::size_t before = out.size();
        const Json& whole = then.is_structured() ? then : now;
        const Json none = whole.is_object() ? Json::object() : Json::array();
        if (then.is_structured() && now.is_structured()) {
            out.push_back({path, then, now});
            return;
        }
        if (!whole.empty())
            then.is_structured() ? compare(path, then, none) : compare(path, none, now);
        if (out.size() == before)
            out.push_back({path, then, now});
    }
};

} // namespace

std::vector<ValueDifference> differencesOf(const Json& then, const Json& now) {
    Comparison comparison;
    comparison.compare({}, then, now);
    return std::move(comparison.out);
}

} // namespace rotascope
