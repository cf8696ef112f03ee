"""List a story's reports as the legend of its brief has them: letter, outlet, day, kin.

"A  Harbour Courier: Ferry sinks, 12 March 2030, prints the same text as C"; of a report that
was written on, which version is the last.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Report, Story
from dateline.serve import phrases
from dateline.serve.citing import Citing

_HOW_DATED = {"inferred": "inferred", "given": "as given"}


@dataclass(frozen=True, slots=True)
class Source:
    """A report as the legend has it."""

    letter: str
    id: str
    outlet: str
    title: str | None
    date: str | None
    """With a word on how it is known, unless it is printed."""
    path: str
    url: str | None
    credits: str | None
    same_as: str | None
    """The letters of the other reports that print the same text."""
    version_of: str | None = None
    """The letter of the last version, where this is an earlier one of the same report.

    "B, by their file names" where no time tells which is the last."""
    notices: tuple[str, ...] = ()
    """The kinds of notices that it prints: "correction", "retraction"."""

    @property
    def kin(self) -> tuple[str, ...]:
        """What it is to other reports, and what it takes back, in words."""
        return (
            *([f"an earlier version of {self.version_of}"] if self.version_of else ()),
            *([f"prints the same text as {self.same_as}"] if self.same_as else ()),
            *(f"prints a {kind}" for kind in self.notices),
        )


def make_source(report: Report, story: Story, citing: Citing) -> Source:
    """Return a report's line of the legend."""
    about = report.metadata
    how = _HOW_DATED.get(about.published_by or "")
    date = phrases.day_words(about.published)
    versions = {
        id for group in story.versions if report.id in group.reports for id in group.reports
    }
    twins = {id for group in story.lineage if report.id in group for id in group}
    twins -= {report.id, *versions}
    wires = list(dict.fromkeys(c.agency for c in report.credits if c.kind == "wire"))
    return Source(
        letter=citing.letters[report.id],
        id=report.id,
        outlet=citing.outlets[report.id],
        title=about.title,
        date=f"{date} ({how})" if date and how else date,
        path=report.page.path,
        url=about.url,
        credits=phrases.listed(wires) or None,
        same_as=phrases.listed([citing.letters[i] for i in citing.letters if i in twins]) or None,
        version_of=_last_letter(report, story, citing),
        notices=tuple(dict.fromkeys(notice.kind for notice in report.notices)),
    )


def _last_letter(report: Report, story: Story, citing: Citing) -> str | None:
    """Return the letter of a report's last version, None where it is the last itself."""
    for versions in story.versions:
        if report.id in versions.reports[:-1]:
            guessed = ", by their file names" if versions.by == "path" else ""
            return citing.letters[versions.reports[-1]] + guessed
    return None


def last_version(report: str, story: Story) -> str:
    """Return the last version of a report, itself where there is but one."""
    groups = (group.reports for group in story.versions if report in group.reports)
    return next((group[-1] for group in groups), report)
