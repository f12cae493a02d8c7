// What the pages in sight ask of an analysis, kept for the one that was left and asked ahead of the date that
// the next step leads to: who steps through days finds both ready.
#pragma once

#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace rotascope {

struct PairAnalysis;

/// Something computed from an analysis and from inputs that do not depend on its date.
class Question {
public:
    using Answer = std::shared_ptr<const void>;

    virtual ~Question() = default;
    virtual Answer answer(const std::shared_ptr<const PairAnalysis>& analysis) const = 0;
    /// Whether the other one is sure to answer the same of the same analysis.
    virtual bool isSame(const Question& other) const = 0;
};

/// `Work` is a function without a memory, so that equal inputs give equal answers.
template <class T, class Inputs>
class QuestionOf final : public Question {
public:
    using Work = T (*)(const std::shared_ptr<const PairAnalysis>& analysis, const Inputs& inputs);

    QuestionOf(Inputs inputs, Work work)
        : m_inputs(std::move(inputs))
        , m_work(work) {}

    Answer answer(const std::shared_ptr<const PairAnalysis>& analysis) const override {
        return std::make_shared<const T>(m_work(analysis, m_inputs));
    }
    bool isSame(const Question& other) const override {
        const auto* same = dynamic_cast<const QuestionOf*>(&other);
        return same && same->m_work == m_work && same->m_inputs == m_inputs;
    }

private:
    Inputs m_inputs;
    Work m_work;
};

/// Questions by the slot in which they are asked.
using Questions = std::map<QString, std::shared_ptr<const Question>>;

/// An analysis, and what is known to be answered of it.
struct Answers {
    struct Given {
        std::shared_ptr<const Question> question;
        Question::Answer answer;
    };

    std::shared_ptr<const PairAnalysis> analysis;
    std::map<QString, Given> given; ///< by slot

    /// Null where it was not asked.
    Question::Answer answerTo(const QString& slot, const Question& question) const;
    bool holdsAll(const Questions& questions) const;
    /// With answers to these questions, those that are there taken over. Asks `cancelled` before each.
    Answers completed(const Questions& questions, const std::function<bool()>& cancelled) const;
};

} // namespace rotascope
