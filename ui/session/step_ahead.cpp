#include "ui/session/step_ahead.h"

#include <algorithm>

namespace rotascope {

Question::Answer MadeAhead::answerTo(const QString& slot, const Question& question) const {
    const auto found = answers.find(slot);
    return found != answers.end() && found->second.question->isSame(question) ? found->second.answer
                                                                              : nullptr;
}

bool MadeAhead::holdsAll(const Questions& questions) const {
    return std::all_of(questions.begin(), questions.end(),
                       [this](const auto& asked) { return answerTo(asked.first, *asked.second) != nullptr; });
}

MadeAhead MadeAhead::completed(const Questions& questions, const std::function<bool()>& cancelled) const {
    MadeAhead out{analysis, {}};
    for (const auto& [slot, question] : questions) {
        if (cancelled())
            break;
        auto answer = answerTo(slot, *question);
        out.answers[slot] = {question, answer ? std::move(answer) : question->answer(analysis)};
    }
    return out;
}

} // namespace rotascope
