"""Going from one thing to what it concerns, and back."""

from __future__ import annotations

from clausekit.assessment.undecided import OpenFact
from clausekit.finding import Finding
from clausekit.interview.entries import Entry
from clausekit.interview.finding_entries import finding_key
from clausekit.interview.pages import help_page, instrument_page, question_page
from clausekit.interview.showing import Showing
from clausekit.interview.windows import PageWindow
from clausekit.law.standpoint import LAW_FACT

Spot = tuple[str, str]  # a pane, and what the cursor was at


class Going(Showing):
    """The part of the deal's screen that moves."""

    trail: list[Spot]
    asked_at = 0

    def spot(self) -> Spot:
        """Where the cursor is."""
        if self.pane == "facts":
            return "facts", self.facts.row.path if self.facts.row else ""
        return self.pane, self.page(self.pane).pointed

    def remember(self) -> None:
        """Note where the cursor is, so that escape leads back."""
        self.trail = [*getattr(self, "trail", []), self.spot()][-50:]

    def action_back(self) -> None:
        """Back to where one came from."""
        if not getattr(self, "trail", []):
            self.say("you are where you began")
            return
        pane, key = self.trail.pop()
        self.show_pane(pane)
        if pane == "facts":
            self.facts.go_to(key)
        else:
            self.page(pane).go_to(key)

    def action_facts(self) -> None:
        self.show_pane("facts")

    def action_findings(self) -> None:
        self.show_pane("findings")

    def action_contract(self) -> None:
        self.show_pane("contract")

    def go_to_fact(self, path: str) -> None:
        """To a fact, or to the nearest group that is shown."""
        self.remember()
        self.show_pane("facts")
        if not self.facts.go_to(path):
            self.say(f"{path} is not among the facts that are shown; ^R shows all")

    def go_to_clause(self, topic: str) -> None:
        self.remember()
        self.show_pane("contract")
        if not self.page("contract").go_to(topic, top=True):
            self.say(f"the contract has no clause for {topic}: it is struck")

    def pointed_finding(self) -> Finding | None:
        """The finding under the cursor of the findings."""
        key = self.page("findings").pointed
        return next((finding for finding in self.findings if finding_key(finding) == key), None)

    def open_finding(self, key: str) -> None:
        """From a finding to its fact, clause or instrument; a heading opens or closes."""
        finding = self.pointed_finding()
        if finding is None:
            self.opened = self.opened ^ {key}
            self.show_findings()
        else:
            self._go_from(finding)

    def _go_from(self, finding: Finding) -> None:
        fact = next((path for path in (*finding.decided_by, finding.place.fact or "") if is_fact(path)), None)
        if fact:
            self.go_to_fact(fact)
        elif finding.clause:
            self.go_to_clause(finding.clause)
        elif finding.instruments:
            self.open_instruments(finding)

    def action_local(self, key: str) -> None:
        """A key of one letter in findings or contract."""
        page = self.page(self.pane if self.pane != "facts" else "findings")
        finding = self.pointed_finding() if self.pane == "findings" else None
        if key == "Enter":
            page.action_choose()
        elif key == "y":
            self.copy_pointed()
        elif finding is not None and key == "c" and finding.clause:
            self.go_to_clause(finding.clause)
        elif finding is not None and key == "l" and finding.instruments:
            self.open_instruments(finding)
        elif finding is not None and key == "p" and finding.clause:
            self.open_positions(finding.clause)
        elif finding is not None:
            self.say("this finding has none")

    def key_c(self) -> None:
        self.action_local("c")

    def key_l(self) -> None:
        self.action_local("l")

    def key_p(self) -> None:
        self.action_local("p")

    def key_y(self) -> None:
        self.action_local("y")

    def copy_pointed(self) -> None:
        """Copy the paragraph, or the finding, under the cursor."""
        page = self.page(self.pane)
        entry = page.entries[page.at] if page.at < len(page.entries) else None
        if entry is not None:
            self.app.copy_to_clipboard(f"{entry.label} {entry.words}".strip())
            self.say("copied")

    def open_positions(self, topic: str) -> None:
        """The positions of a clause side by side."""
        raise NotImplementedError

    def open_instruments(self, finding: Finding) -> None:
        """The page of the instruments that a finding is about."""
        self.show_instruments(finding.instruments)

    def show_instruments(self, names: tuple[str, ...]) -> None:
        """The pages of instruments, one below the other."""
        on, known_at = self.judged.days if self.judged else (self.desk.services.today,) * 2
        if register := self.register:
            found = [register.instruments[name] for name in names]
            pages = [entry for one in found for entry in instrument_page(register, one, on, known_at)]
            self.app.push_screen(PageWindow("The law: events, duties and sources", pages))

    def action_next_finding(self) -> None:
        """To the next finding, opening the heading it stands under."""
        if not self.findings:
            self.say("there is no finding")
            return
        keys = [finding_key(finding) for finding in self.findings]
        at = self.page("findings").pointed
        heading = next((group for group in self.groups if group.key == at), None)
        index = keys.index(at) + 1 if at in keys else keys.index(finding_key(heading.findings[0])) if heading else 0
        index %= len(keys)
        group = next(group for group in self.groups if self.findings[index] in group.findings)
        self.opened = self.opened | {group.key}
        self.show_pane("findings")
        self.show_findings()
        self.page("findings").go_to(keys[index])

    def known_open(self) -> list[OpenFact]:
        """Open facts by what they settle, as far as that is worked out."""
        return list(self.judged.open_facts) if self.judged and self.whole else []

    def action_next_question(self) -> None:
        """To the open fact that settles most; again, to the one after it."""
        facts = [fact for fact in self.known_open() if not fact.path.startswith(LAW_FACT)]
        if not facts:
            self.say("no open fact would move anything" if self.whole else "the law is still being asked")
            return
        here = self.facts.row.path if self.facts.row and self.pane == "facts" else ""
        paths = [fact.path for fact in facts]
        rank = (paths.index(here) + 1) % len(paths) if here in paths else 0
        self.go_to_fact(paths[rank])
        count = max(len(moved.levels) for moved in facts[rank].moves)
        topics = {topic for moved in facts[rank].moves for topic in moved.positions}
        also = f" and the position of {', '.join(sorted(topics))}" if topics else ""
        self.say(f"question {rank + 1} of {len(paths)}: an answer may move {count} findings{also}; F1 shows them")

    def action_help(self) -> None:
        """Help for what is under the cursor."""
        path = self.facts.row.path if self.facts.row else ""
        pages = [*self._settles(path), *help_page(self.desk.about_fact(path), path, self.desk.keys)]
        self.app.push_screen(PageWindow("Help", pages), self._act)

    def _settles(self, path: str) -> list[Entry]:
        facts = self.known_open()
        found = next((index for index, fact in enumerate(facts) if path in fact.paths), None)
        if found is None:
            return []
        return question_page(facts[found], found + 1, len(facts))

    async def _act(self, action: str | None) -> None:
        if action:
            await self.run_action(action.replace("-", "_"))

    def action_find(self) -> None:
        self.app.action_command_palette()


def is_fact(path: str) -> bool:
    return bool(path) and not path.startswith(LAW_FACT)
