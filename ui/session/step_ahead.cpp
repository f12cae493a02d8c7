#include "ui/session/step_ahead.h"

#include <algorithm>

namespace rotascope {

Question::Answer Answers::answerTo(const QString& slot, const Question& question) const {
    const auto found = given.find(slot);
    return found != given.end() && found->second.question->isSame(question) ? found->second.answer : nullptr;
}

bool Answers::holdsAll(const Questions& questions) const {
    return std::all_of(questions.begin(), questions.end(),
                       [this](const auto& asked) { return answerTo(asked.first, *asked.second) != nullptr; });
}

Answers Answers::completed(const Questions& questions, const std::function<bool()>& cancelled) const {
    Answers out{analysis, {}};
    for (const auto& [slot, question] : questions) {
        if (cancelled())
            break;
        auto answer = answerTo(slot, *question);
        out.given[slot] = {question, answer ? std::move(answer) : question->answer(analysis)};
    }
    return out;
}

} // namespace rotascope
