// The desk's notes as of the session's date: read once a desk, audited anew with every as-of date.
#pragma once

#include "core/notes/note_reading.h"
#include "core/workflow/load_notes.h"
#include "ui/session/desk_follower.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// What pages show; a value, shared.
struct NoteView {
    ViewState state;
    std::shared_ptr<const NoteDesk> desk;
    NotesReading reading;
};

/// A claim that was only typed. Without an audit `error` says what is wrong with it.
struct TypedClaim {
    std::optional<ClaimAudit> audit;
    std::string error;
};

class NoteSession : public DeskFollower {
    Q_OBJECT

public:
    /// The one of `session`, made on first use.
    static NoteSession& of(Session& session);

    /// The latest finished reading; null before the first.
    std::shared_ptr<const NoteView> view() const { return m_view; }

    /// Audits a claim as of the session's date, whatever series it names; the latest wish wins.
    void audit(const std::string& text, std::function<void(std::shared_ptr<const TypedClaim>)> done);
    /// Keeps the notes in place of those before, then reads the desk again.
    void keep(std::vector<Note> notes);

private:
    friend class DeskFollower;
    explicit NoteSession(Session& session);
    void forget(bool another) override;
    void begin(When when) override;
    void follow() override;

    std::shared_ptr<const NoteDesk> m_desk;
    std::shared_ptr<const NoteView> m_view;
};

} // namespace rotascope
