// The half of a review that keeps profiles.
#include "ui/convert/convert.h"
#include "ui/session/import_review.h"

#include <QSaveFile>

#include <utility>

namespace rotascope {

namespace {

const QString kProfilesSlot = QStringLiteral("import profiles");

using Profiles = Result<KnownProfiles>;

} // namespace

void ImportReview::loadProfiles() {
    changeProfiles({}, {});
}

/// What `work` does to the profiles of the desk, then all of them anew.
void ImportReview::changeProfiles(ProfileWork work, const QString& done) {
    m_session.tasks().run<Profiles>(
        kProfilesSlot, {},
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()),
         work = std::move(work)](ProgressSink&) -> Profiles {
            auto store = opener(desk, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            if (work)
                if (const auto changed = work(**store); !changed)
                    return Failure(changed.error());
            return profilesOf(**store);
        },
        [this, done](const std::shared_ptr<const Profiles>& profiles) {
            if (!*profiles) {
                emit said(qtext(profiles->error().message));
                return;
            }
            m_profiles = **profiles;
            emit profilesChanged();
            if (!done.isEmpty())
                emit said(done);
        });
}

Profile ImportReview::profileOf(std::size_t file, const QString& name) const {
    const ReviewedFile& reviewed = m_files[file];
    Profile profile;
    profile.name = utf8(name.trimmed());
    profile.header = reviewed.preview ? reviewed.preview->header : std::string{};
    profile.choices = reviewed.options.reading;
    profile.choices.today = {};
    profile.onConflict = reviewed.options.onConflict;
    return profile;
}

void ImportReview::saveProfile(std::size_t file, const QString& name) {
    const Profile profile = profileOf(file, name);
    m_files[file].options.profile = profile.name;
    changeProfiles([profile](MarketStore& store) { return keepProfile(store, profile); },
                   tr("The profile \"%1\" is kept in this desk.").arg(name.trimmed()));
    emit fileChanged(static_cast<int>(file));
}

void ImportReview::exportProfile(std::size_t file, const QString& path) {
    const QString name = qtext(m_files[file].options.profile);
    QSaveFile out(path);
    const std::string text = profileText(profileOf(file, name.isEmpty() ? m_files[file].name : name));
    const auto bytes = static_cast<qint64>(text.size());
    const bool written =
        out.open(QIODevice::WriteOnly) && out.write(text.data(), bytes) == bytes && out.commit();
    emit said(written ? tr("The profile was written to %1.").arg(path)
                      : tr("The profile could not be written to %1: %2.").arg(path, out.errorString()));
}

void ImportReview::takeProfile(const QString& path) {
    changeProfiles(
        [file = utf8(path)](MarketStore& store) -> Result<void> {
            const auto profile = profileInFile(file);
            return profile ? keepProfile(store, *profile) : Result<void>(Failure(profile.error()));
        },
        tr("The profile of %1 is kept in this desk.").arg(path));
}

void ImportReview::removeProfile(const QString& name) {
    changeProfiles([name = utf8(name)](MarketStore& store) { return store.removeProfile(name); },
                   tr("The profile \"%1\" is gone.").arg(name));
}

} // namespace rotascope
