// The manual page, made from what --help is made from.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace rotascope::cli {

/// `app` with its options and commands as a page for man(1), in roff.
std::string manPage(const CLI::App& app, const std::string& version);

} // namespace rotascope::cli
