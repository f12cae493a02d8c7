// The open desk, what the user looks at, and the analysis of it. Pages read from here and send requests here.
#pragma once

#include "core/base/result.h"
#include "ui/session/desk_snapshot.h"
#include "ui/session/step_ahead.h"
#include "ui/session/task_runner.h"
#include "ui/session/view_state.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace rotascope {

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(DeskOpener opener, QObject* parent = nullptr);

    /// Opens another desk; deskChanged() tells the outcome.
    void openDesk(const QString& path, DeskAccess access);
    /// Reads the open desk again and keeps everything the user chose.
    void reload();
    /// Emits changedOutside() when the desk's version is no longer the one that is shown.
    void checkForOutsideChange();

    const QString& deskPath() const { return m_path; }
    /// Opens the desk for work off the GUI thread; all who read what the session has read share it.
    DeskOpener opener() const;
    TaskRunner& tasks() { return m_tasks; }

    /// Null while none is open; then deskError() may say why.
    std::shared_ptr<const DeskSnapshot> desk() const { return m_desk; }
    const std::optional<Error>& deskError() const { return m_deskError; }
    /// The latest finished analysis; null before the first. May lag behind state() by a few milliseconds.
    std::shared_ptr<const PairAnalysis> analysis() const { return m_analysis; }

    /// Runs `work` on analysis() off the GUI thread, then `done`; per slot the latest question wins. The same
    /// is then asked of the date that the next step in time leads to, and is at hand there, as it is at the
    /// one that was left, if `work` and `inputs` are the same. Does nothing while there is no analysis.
    template <class T, class Inputs>
    void ask(const QString& slot, Inputs inputs, typename QuestionOf<T, Inputs>::Work work,
             std::function<void(std::shared_ptr<const T>)> done, When when = When::Now) {
        if (!m_analysis)
            return;
        const auto question = std::make_shared<const QuestionOf<T, Inputs>>(std::move(inputs), work);
        std::function<void(std::shared_ptr<const T>)> told =
            [this, of = m_analysis, slot, question, done = std::move(done)](std::shared_ptr<const T> answer) {
                remember(of, slot, {question, answer});
                done(std::move(answer));
            };
        m_questions[slot] = question;
        if (auto known = m_known.answerTo(slot, *question))
            return m_tasks.hand<T>(slot, std::static_pointer_cast<const T>(std::move(known)),
                                   std::move(told));
        m_tasks.runShared<T>(
            slot,
            [of = m_analysis, question] { return std::static_pointer_cast<const T>(question->answer(of)); },
            std::move(told), when);
    }

    /// The same for work that needs nothing beside the analysis.
    template <class T>
    void ask(const QString& slot, T (*work)(const std::shared_ptr<const PairAnalysis>& analysis),
             std::function<void(std::shared_ptr<const T>)> done, When when = When::Now) {
        using Alone = decltype(work);
        ask<T, Alone>(
            slot, work,
            [](const std::shared_ptr<const PairAnalysis>& analysis, const Alone& alone) {
                return alone(analysis);
            },
            std::move(done), when);
    }

    const ViewState& state() const { return m_state; }
    void setPair(const Symbol& small, const Symbol& large);
    /// nullopt: latest.
    void setAsOf(std::optional<Date> date);
    /// Moves by sessions of the pair (negative: back); the last session is "latest".
    void stepAsOf(int sessions);
    /// Whether the date that the next step leads to is being made ready, or will be in a moment.
    bool isLookingAhead() const { return m_pause.isActive() || m_tasks.isBusyAside(); }
    void setAsOfIndex(std::size_t session);
    void setRange(RangeId range);
    void setScale(ScaleMode scale);
    void setCalendarAxis(bool calendar);
    void setSigma(SigmaMode sigma);
    void setDays(int days);
    void setEvents(double threshold, int gap);
    void setEventChoice(const EventChoice& choice);

    /// The sessions in sight: a zoom of the user's, else the range in force up to the as-of session.
    VisibleSpan visibleSpan() const;
    /// Where the range in force alone would be.
    VisibleSpan homeSpan() const;
    bool isZoomed() const { return m_zoom.has_value(); }
    void zoomTo(const VisibleSpan& span);
    void resetZoom();

    /// The session under a crosshair, on whichever page; nullopt while there is none.
    std::optional<int> cursor() const { return m_cursor; }
    void setCursor(std::optional<int> session);

signals:
    void deskChanged();     ///< another desk, the same one reread, or a failure to open one
    void stateChanged();    ///< what the user looks at
    void analysisChanged(); ///< a new analysis()
    void spanChanged();     ///< the sessions in sight
    void cursorChanged();
    void changedOutside(); ///< another program wrote to the desk

private:
    void read(const QString& path, DeskAccess access);
    void adopt(const Result<DeskSnapshot>& desk);
    void analyse();
    void adoptAnalysis(std::shared_ptr<const PairAnalysis> analysis);
    /// What state() would be so many sessions further on.
    ViewState stateAfter(int sessions) const;
    /// What is known of another analysis of the open desk; null for nothing.
    std::shared_ptr<const Answers> atHand(const ViewState& state) const;
    /// Makes what the next step will ask for.
    void lookAhead();
    void remember(const std::shared_ptr<const PairAnalysis>& of, const QString& slot, Answers::Given given);
    void forgetAnalysis();
    template <class T>
    void change(T ViewState::*member, const T& value);

    DeskOpener m_opener;
    QString m_path;
    ViewState m_state;
    std::optional<VisibleSpan> m_zoom;
    std::shared_ptr<const std::vector<Date>> m_zoomDates; ///< the sessions that m_zoom counts
    std::optional<Date> m_asOfShown;                      ///< the one the latest analysis was asked for
    std::optional<int> m_cursor;
    std::shared_ptr<const DeskSnapshot> m_desk;
    std::optional<Error> m_deskError;
    std::shared_ptr<const PairAnalysis> m_analysis;
    QTimer m_pause;        ///< after the latest work, before something is made ahead
    int m_stride = -1;     ///< sessions of the latest step in time: where the next one is expected to lead
    Questions m_questions; ///< asked of m_analysis
    Answers m_known;       ///< of m_analysis
    std::shared_ptr<const Answers> m_behind; ///< of the analysis before it
    std::shared_ptr<const Answers> m_ahead;  ///< of the one that the next step leads to
    TaskRunner m_tasks;                      ///< last: its destructor waits for work before the rest goes
};

} // namespace rotascope
