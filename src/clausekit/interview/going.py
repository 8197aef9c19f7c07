"""Going from one thing to what it concerns, and back."""

from __future__ import annotations

from clausekit.agreement.document import Block
from clausekit.assessment.undecided import OpenFact
from clausekit.editing.open_questions import next_question
from clausekit.finding import Finding
from clausekit.interview.contract_entries import blanks_in
from clausekit.interview.entries import Entry
from clausekit.interview.finding_entries import finding_entry, finding_key
from clausekit.interview.page import Page
from clausekit.interview.pages import help_page, instrument_page, question_page
from clausekit.interview.showing import Showing
from clausekit.interview.windows import PageWindow
from clausekit.law.standpoint import LAW_FACT

Spot = tuple[str, str, int]  # a pane, what the cursor was at, and at which entry of a page


class Going(Showing):
    """The part of the deal's screen that moves."""

    trail: tuple[Spot, ...] = ()

    # Back

    def spot(self) -> Spot:
        """Where the cursor is."""
        if self.pane == "facts":
            return "facts", self.facts.row.path if self.facts.row else "", 0
        page = self.page(self.pane)
        return self.pane, page.pointed, page.at

    def remember(self) -> None:
        """Note where the cursor is, so that escape leads back."""
        self.trail = (*self.trail, self.spot())[-50:]

    def action_back(self) -> None:
        """Back to where one came from."""
        if not self.trail:
            self.say("you are where you began")
            return
        *before, (pane, key, at) = self.trail
        self.trail = tuple(before)
        self.show_pane(pane)
        if pane == "facts":
            self.facts.go_to(key)
        else:
            self._return_to(self.page(pane), key, at)

    def _return_to(self, page: Page, key: str, at: int) -> None:
        """To the entry one was at; where entries have moved meanwhile, to the first of its key."""
        if at < len(page.entries) and page.entries[at].key == key:
            page.go_to_entry(at)
        else:
            page.go_to(key)

    # To a pane, at what is about the thing under the cursor

    def action_facts(self) -> None:
        self.show_pane("facts")

    def action_findings(self) -> None:
        """To the findings; from a fact or a clause that one is about, to that one."""
        about = self._about_here()
        if about:
            leads = {id(bundle[0]) for group in self.groups for bundle in group.bundles}
            self.go_to_finding(min(about, key=lambda one: id(one) not in leads))
        else:
            self.show_pane("findings")

    def action_contract(self) -> None:
        """To the contract; from a fact or a finding, to the words that it is about."""
        if self.pane == "facts" and (index := self._blank_of_row()) is not None:
            self._go_to_words(index)
            return
        found = self.pointed_finding() if self.pane == "findings" else next(iter(self._about_here()), None)
        index = self._words_of(found) if found else None
        if index is None:
            self.show_pane("contract")
        else:
            self._go_to_words(index)

    def _about_here(self) -> list[Finding]:
        """The findings about the fact, or about the paragraph, under the cursor."""
        if self.pane == "facts":
            path = self.facts.row.path if self.facts.row else ""
            return [one for one in self.findings if path and path in (one.place.fact, *one.decided_by)]
        block = self._block_here()
        if self.pane != "contract" or block is None:
            return []
        of_clause = [one for one in self.findings if one.clause and one.clause == getattr(block, "clause", "")]
        return [*self.concerned.get(id(block), ()), *of_clause]

    def _block_here(self) -> Block | None:
        """The block of the contract under the cursor."""
        at, shown = self.page("contract").at, self.contract_page
        return shown.blocks[at] if shown and at < len(shown.blocks) else None

    def _blank_of_row(self) -> int | None:
        row, shown = self.facts.row, self.contract_page
        return shown.index_of_blank(row.path) if row and shown else None

    def _words_of(self, finding: Finding) -> int | None:
        """The entry of the contract's page whose words a finding is about."""
        block = self.anchors.of(finding) if self.anchors else None
        return self.contract_page.index_of(block) if self.contract_page and block else None

    def _go_to_words(self, index: int) -> None:
        self.remember()
        self.show_pane("contract")
        self.page("contract").go_to_entry(index, top=True)

    def go_to_fact(self, path: str) -> None:
        """To a fact, or to the nearest group that is shown."""
        self.remember()
        self.desk.unfold_to(path)
        self.show_rows()
        self.show_pane("facts")
        if not self.facts.go_to(path):
            self.say(f"{path} is not among the facts that are shown; ^R shows all")

    def go_to_clause(self, topic: str) -> None:
        self.remember()
        self.show_pane("contract")
        if not self.page("contract").go_to(topic, top=True):
            self.say(f"the contract has no clause for {topic}: it is struck")

    def go_to_finding(self, finding: Finding) -> None:
        """To a finding, opening the heading it stands under."""
        self.remember()
        group = next(group for group in self.groups if finding in group.findings)
        bundle = next(bundle for bundle in group.bundles if finding in bundle)
        self.opened = self.opened | {group.key}
        self.show_pane("findings")
        self.show_findings()
        self.page("findings").go_to(finding_key(bundle[0]))

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
            self.go_from(finding)

    def go_from(self, finding: Finding) -> None:
        """To what a finding is about: the fact to answer or to mend, else the words, else the law."""
        fact = fact_of(finding)
        if fact:
            self.go_to_fact(fact)
        elif (index := self._words_of(finding)) is not None:
            self._go_to_words(index)
        elif finding.instruments:
            self.open_instruments(finding)
        else:
            self.say("this finding is about the deal as a whole")

    def action_local(self, key: str) -> None:
        """A key of one letter in findings or contract."""
        if self.pane == "facts":
            return
        if key == "Enter":
            self.page(self.pane).action_choose()
        elif key == "y":
            self.copy_pointed()
        elif self.pane == "contract":
            self._from_clause(key)
        elif (finding := self.pointed_finding()) is not None:
            self._from_finding(finding, key)

    def _from_clause(self, key: str) -> None:
        block, about = self._block_here(), self._about_here()
        blanks = blanks_in(block) if block else []
        facts = [*blanks, *filter(None, map(fact_of, about))]
        laws = tuple(dict.fromkeys(name for one in about for name in one.instruments))
        if key == "f" and facts:
            self.go_to_fact(facts[0])
        elif key == "l" and laws:
            self.show_instruments(laws)
        elif key == "p" and (topic := self.page("contract").pointed):
            self.open_positions(topic)
        else:
            self.say("nothing about this clause leads there")

    def _from_finding(self, finding: Finding, key: str) -> None:
        fact, index = fact_of(finding), self._words_of(finding)
        if key == "f" and fact:
            self.go_to_fact(fact)
        elif key == "c" and index is not None:
            self._go_to_words(index)
        elif key == "l" and finding.instruments:
            self.open_instruments(finding)
        elif key == "p" and finding.clause:
            self.open_positions(finding.clause)
        elif key == "m":
            self.show_bundle(finding)
        else:
            self.say("this finding has none")

    def key_c(self) -> None:
        self.action_local("c")

    def key_f(self) -> None:
        self.action_local("f")

    def key_l(self) -> None:
        self.action_local("l")

    def key_m(self) -> None:
        self.action_local("m")

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
        leads = [bundle[0] for group in self.groups for bundle in group.bundles]
        keys = [finding_key(lead) for lead in leads]
        at = self.page("findings").pointed
        heading = next((group for group in self.groups if group.key and group.key == at), None)
        index = keys.index(at) + 1 if at in keys else leads.index(heading.bundles[0][0]) if heading else 0
        self.go_to_finding(leads[index % len(leads)])

    def show_bundle(self, finding: Finding) -> None:
        """Every finding of the same laws about the same clause, in full."""
        bundle = next(bundle for group in self.groups for bundle in group.bundles if finding in bundle)
        entries = [finding_entry(one, "", self.titles) for one in bundle]
        self.app.push_screen(PageWindow(f"{len(bundle)} finding{'s' * (len(bundle) != 1)} of the same laws", entries))

    def known_open(self) -> list[OpenFact]:
        """Open facts by what they settle, as far as that is worked out."""
        return list(self.judged.open_facts) if self.judged and self.whole else []

    def action_next_question(self) -> None:
        """To the open fact that settles most; again, to the one after it."""
        grid = self.desk.deal.grid(self.judged)
        found = next_question(self.judged, grid, self.asked)
        again = found is None and bool(self.asked)
        if again:
            self.asked = ()
            found = next_question(self.judged, grid)
        if found is None:
            self.say("no fact is open")
            return
        self.asked = (*self.asked, found.path)
        self.go_to_fact(found.path)
        self.say(f"{'Once more from the first: ' if again else ''}{found.settles} F1 tells more.")

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


def fact_of(finding: Finding) -> str:
    """The fact to answer, or to mend, for a finding; empty where there is none."""
    paths = (*finding.decided_by, finding.place.fact or "")
    return next((path for path in paths if path and not path.startswith(LAW_FACT)), "")
