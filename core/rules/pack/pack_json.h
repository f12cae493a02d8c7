// Reading the values of a pack, each refused with where it stands.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/rules/thesis.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace rotascope {

using PackJson = nlohmann::ordered_json;

/// "This is no pack of rules that can be read: …" ("bad_pack").
Failure badPack(const std::string& why);

/// A text under a key; empty where it is missing.
Result<std::string> packedText(const PackJson& object, const char* key, const std::string& where);
Result<std::optional<Date>> packedDate(const PackJson& object, const char* key, const std::string& where);
/// Refuses what the rule language cannot parse.
Result<void> checkPackedRule(const std::string& text, const std::string& where);

PackJson thesisJson(const Thesis& thesis);
/// The thesis at a position of the pack's list, from 0.
Result<Thesis> packedThesis(const PackJson& object, std::size_t position);

} // namespace rotascope
