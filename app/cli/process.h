// What the system tells a process, in UTF-8 on every system: arguments, environment, its own place.
#pragma once

#include <string>
#include <vector>

namespace rotascope::cli {

/// The arguments without the program's name.
std::vector<std::string> argumentsOf(int argc, char** argv);

/// The value of an environment variable; empty when it is not set.
std::string environmentVariable(const char* name);

/// The folder that this program lies in; empty when the system does not say.
std::string programFolder();

/// While it lives, text goes out unchanged: no other line ends in files and pipes, and a Windows console
/// shows UTF-8.
class PlainOutput {
public:
    PlainOutput();
    ~PlainOutput();
    PlainOutput(const PlainOutput&) = delete;
    PlainOutput& operator=(const PlainOutput&) = delete;

private:
    unsigned m_formerCodePage = 0; ///< of the console; 0: nothing to set back
};

} // namespace rotascope::cli
