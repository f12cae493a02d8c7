// The list of pages at the window's leading side, with the desk's name below.
#pragma once

#include "ui/settings/appearance.h"

#include <QFrame>
#include <QString>

#include <vector>

class QLabel;
class QListWidget;

namespace rotascope {

struct RailEntry {
    QString title;
    QString shortcut;
    QString explanation;
};

class PageRail : public QFrame {
    Q_OBJECT

public:
    PageRail(const Appearance& appearance, const std::vector<RailEntry>& entries, QWidget* parent = nullptr);

    void setCurrent(int page);
    int current() const;
    void setFooter(const QString& text, const QString& explanation);
    QListWidget* list() const { return m_list; }

signals:
    void chosen(int page);

private:
    QListWidget* m_list;
    QLabel* m_footer;
};

} // namespace rotascope
