#include "core/report/desk/shortened_results.h"

#include "core/report/desk/report_json.h"

namespace rotascope {

Json shortened(Json results, const std::function<void(Json& results)>& shorten) {
    std::string digest = analysisDigest(results);
    shorten(results);
    results["complete_sha256"] = std::move(digest);
    return results;
}

void keepLast(Json& list, std::size_t count) {
    if (list.size() > count)
        list.erase(list.begin(), list.end() - static_cast<std::ptrdiff_t>(count));
}

void keepRows(Json& list, const char* key, const Json& value) {
    Json kept = Json::array();
    for (Json& row : list)
        if (row.contains(key) && row[key] == value)
            kept.push_back(std::move(row));
    list = std::move(kept);
}

} // namespace rotascope
