"""The arguments of every verb."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn

DESCRIPTION = "Drafts China-free provisions and says which laws collide."
BEGINS = "a deal file, one to begin, or the name of a starter deal to begin from"


@dataclass(slots=True)
class Options(argparse.Namespace):
    """What was asked for."""

    verb: str = ""
    deal: str = ""
    instrument: str | None = None
    file: str = ""
    matters: str = ""
    rows_are: str = ""
    only: list[str] = field(default_factory=list)
    receipt: str = ""
    allow_blanks: bool = False
    annotated: bool = False
    out: str = ""
    folder: str = ""
    since: str | None = None
    force: bool = False
    json: bool = False
    clauses: list[str] = field(default_factory=list)
    with_findings: bool = False
    revisions: str = "accepted"
    yes: bool = False
    move_library: bool = False
    files: list[str] = field(default_factory=list)
    take: str = ""
    dry_run: bool = False
    clause: str = ""
    position: str = ""
    watch: bool = False
    left_out: bool = False
    against: str = ""
    changes: list[date] | None = None
    compare_law_as_of: date | None = None
    format: str = "text"
    law_as_of: date | None = None
    known_at: date | None = None
    templates: str | None = None
    choose: list[tuple[str, str]] = field(default_factory=list)
    theme: str | None = None
    spacing: str = "compact"
    keys: str | None = None
    port: int = 0
    sarif: bool = False
    why: str = ""
    noted: list[str] = field(default_factory=list)
    old: str = ""
    new: str = ""
    on: date | None = None


def parse(arguments: Sequence[str] | None) -> Options:
    """Parse the command line; misuse ends the program with exit code 2. Without a verb the matters are listed."""
    options = Options()
    parser = _parser()
    parser.parse_args(arguments, namespace=options)
    if not options.verb and on_a_terminal():
        options.verb = "matters"
    if not options.verb:
        parser.print_help(sys.stderr)
        raise SystemExit(2)
    return options


def on_a_terminal() -> bool:
    """Whether somebody sits before it: at a terminal, or at a browser to which `serve` carries the screen."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date; write it as 2026-11-23") from None


def _choice(text: str) -> tuple[str, str]:
    topic, equals, position = text.partition("=")
    if not equals or not topic or not position:
        raise argparse.ArgumentTypeError(f"'{text}' is not TOPIC=POSITION")
    return topic, position


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\nSee '{self.prog} --help'.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="clausekit", description=DESCRIPTION)
    _screen(parser)
    _which_templates(parser)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    _interview(verbs.add_parser("interview", help="enter, judge and draft a deal on the screen"))
    _ask(verbs.add_parser("ask", help="the same line by line: for screen readers, dumb terminals and scripts"))
    _bring_in(verbs.add_parser("bring-in", help="bring a table, or another matter's facts, into a deal"))
    _serve(verbs.add_parser("serve", help="the same in a browser of this machine"))
    _draft(verbs.add_parser("draft", help="write the contract, the memo and the receipt"))
    _check(verbs.add_parser("check", help="every finding"))
    _about_deal(verbs.add_parser("explain", help="why each clause, position and duty"), json=True)
    show = verbs.add_parser("show", help="the contract on standard output")
    _about_deal(show, json=False)
    show.add_argument("--format", choices=("text", "markdown"), default="text")
    _release(verbs.add_parser("release", help="whether a finished Word file may go to the other side"))
    _verify(verbs.add_parser("verify", help="whether a Word file is the one that was issued"))
    _law(verbs.add_parser("law", help="the register, or one instrument"))
    _json(verbs.add_parser("facts", help="every fact: its path, type, allowed values and question"))
    _templates(verbs.add_parser("templates", help="a firm's own templates"))
    return parser


def _screen(parser: argparse.ArgumentParser) -> None:
    """Options that stand before or behind the verb; a verb's own default would undo one that stands before it."""
    unset = argparse.SUPPRESS
    parser.add_argument("--matters", default=unset, metavar="DIR", help="the folder whose deals are listed")
    parser.add_argument("--theme", default=unset, choices=("dark", "light", "contrast"), help="colours of the screen")
    parser.add_argument("--spacing", default=unset, choices=("compact", "standard"), help="of the facts")
    parser.add_argument("--keys", default=unset, metavar="FILE", help="a file of your own keys")


def _interview(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deal", metavar="DEAL", help=BEGINS)
    parser.add_argument("--out", default="", metavar="DIR", help="where drafts go; the deal's own folder without it")
    _clocks(parser)
    _screen(parser)


def _ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deal", metavar="DEAL", help=BEGINS)
    parser.add_argument("--matters", default="", metavar="DIR", help="where a matter from a starter deal is begun")
    _clocks(parser)


def _bring_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deal", metavar="DEAL", help="the deal file that is changed")
    parser.add_argument("file", metavar="FILE", help="a table (CSV, TSV, Excel), or the deal file of another matter")
    groups = ("parties", "items", "users", "sites")
    parser.add_argument("--as", dest="rows_are", default="", choices=groups, help="what the rows of the table are")
    says = "a part of the other matter, such as parties[operator]; all that may travel without it"
    parser.add_argument("--only", action="append", default=[], metavar="PATH", help=says)


def _serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deal", nargs="?", default="", metavar="DEAL", help="the deal to open")
    parser.add_argument("--port", type=int, default=0, help="the port of this machine; a free one without it")
    parser.add_argument("--out", default="", metavar="DIR", help="where drafts go; the deal's own folder without it")
    _clocks(parser)
    _screen(parser)


def _draft(parser: argparse.ArgumentParser) -> None:
    _about_deal(parser, json=True)
    parser.add_argument("--out", required=True, metavar="DIR", help="where the files go")
    parser.add_argument("--since", metavar="RECEIPT", help="tell in the memo what changed since that draft")
    parser.add_argument("--annotated", action="store_true", help="also a copy with the findings as Word comments")
    says = "let a deal that was drafted with another library be drafted with this one from now on"
    parser.add_argument("--move-library", action="store_true", help=says)
    parser.add_argument("--force", action="store_true", help="replace edited files, keeping a dated copy of each")


def _release(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.docx", help="the finished file")
    parser.add_argument("--deal", default="", metavar="DEAL", help="the deal it is about: finds what only we may know")
    parser.add_argument("--matters", default="", metavar="DIR", help="deal files of other matters: finds their parties")
    parser.add_argument("--allow-blanks", action="store_true", help="blanks and brackets are warnings, not errors")
    parser.add_argument("--choose", type=_choice, action="append", default=[], metavar="TOPIC=POSITION")
    _clocks(parser)
    _json(parser)


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.docx", help="the file that came back")
    parser.add_argument("--receipt", required=True, metavar="RECEIPT", help="the receipt of its draft")
    _json(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    _about_deal(parser, json=True)
    says = "what differs under the law of another day: statuses, positions, findings and their levels"
    parser.add_argument("--compare-law-as-of", type=_day, metavar="DATE", help=says)


def _about_deal(parser: argparse.ArgumentParser, json: bool) -> None:
    parser.add_argument("deal", metavar="DEAL", help="a deal file, or the name of a starter deal")
    parser.add_argument("--choose", type=_choice, action="append", default=[], metavar="TOPIC=POSITION")
    _clocks(parser)
    if json:
        _json(parser)


def _clocks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--law-as-of", type=_day, metavar="DATE", help="the day whose law applies")
    parser.add_argument("--known-at", type=_day, metavar="DATE", help="the day whose knowledge answers")
    _which_templates(parser)


def _which_templates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--templates", default=argparse.SUPPRESS, metavar="DIR", help="the templates to use")


def _json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def _law(parser: argparse.ArgumentParser) -> None:
    says = "one instrument; or bench: what each definition and circumstance catches of the entities in cases/nexus.yaml"
    parser.add_argument("instrument", nargs="?", metavar="ID", help=says)
    says = "for bench: compare with other templates instead of what the entities expect"
    parser.add_argument("--against", default="", metavar="DIR", help=says)
    says = "what happened to the law after one day, up to and on another"
    parser.add_argument("--changes", type=_day, nargs=2, metavar=("FROM", "TO"), help=says)
    parser.add_argument("--left-out", action="store_true", help="what is deliberately not in the register, and why")
    _clocks(parser)
    _json(parser)


def _templates(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser)
    copy = verbs.add_parser("copy", help="copy the templates into a folder, to make them a firm's own")
    copy.add_argument("folder", metavar="DIR")
    copy.add_argument("--templates", metavar="DIR", help="the templates to copy")
    copy.set_defaults(verb="templates copy")
    _check_templates(verbs.add_parser("check", help="everything that is wrong in the templates, told at once"))
    _book(verbs.add_parser("book", help="everything that the templates can print, in one Word file to sign off"))
    pages = verbs.add_parser("pages", help="write facts.md, circumstances.md, conduct.md and rules.md anew")
    _own_templates(pages)
    pages.set_defaults(verb="templates pages")
    _note(verbs.add_parser("note", help="enter a change of legal effect into CHANGES.md"))
    _diff(verbs.add_parser("diff", help="what a change of the templates does to what they print"))
    test = verbs.add_parser("test", help="run the stories in cases/: what is expected of the templates, in plain words")
    _own_templates(test)
    _json(test)
    test.set_defaults(verb="templates test")
    _preview(verbs.add_parser("preview", help="one clause as a deal prints it, shown anew at each save"))
    _update(verbs.add_parser("update", help="bring a new release into a firm's own templates"))
    _to_word(verbs.add_parser("to-word", help="clauses as Word files, to be edited there"))
    _from_word(verbs.add_parser("from-word", help="read an edited file back: what it changes, and write it"))


def _update(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a folder made with 'templates copy'")
    says = "only this file or folder in it; may be given again"
    parser.add_argument("--only", dest="files", action="append", default=[], metavar="FILE", help=says)
    parser.add_argument("--templates", metavar="DIR", help="the release; the templates of this program without it")
    says = "bring in what does not clash, keep yours, or ask for each; at a terminal it asks"
    parser.add_argument("--take", choices=("release", "mine", "ask"), default="", help=says)
    parser.add_argument("--dry-run", action="store_true", help="tell only")
    _json(parser)
    parser.set_defaults(verb="templates update")


def _preview(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("clause", metavar="CLAUSE", help="a topic, or TOPIC/POSITION")
    parser.add_argument("--deal", required=True, metavar="DEAL", help="a deal file, or the name of a starter deal")
    parser.add_argument("--position", default="", metavar="POSITION", help="another position than the deal gets")
    parser.add_argument("--watch", action="store_true", help="show it anew at each save, until Ctrl-C")
    _clocks(parser)
    parser.set_defaults(verb="templates preview")


def _to_word(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("clauses", nargs="+", metavar="CLAUSE", help="a topic, or TOPIC/POSITION")
    parser.add_argument("--templates", metavar="DIR", help="the templates to use")
    parser.add_argument("--out", default="", metavar="DIR", help="where the files go; here without it")
    says = "a copy with what is wrong with the words as Word comments"
    parser.add_argument("--with-findings", action="store_true", help=says)
    parser.set_defaults(verb="templates to-word")


def _from_word(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.docx", help="the edited file")
    parser.add_argument("--templates", metavar="DIR", help="the templates to change")
    says = "how tracked changes are read: accepted (the default), or original, as if all were rejected"
    parser.add_argument("--revisions", choices=("accepted", "original"), default="accepted", help=says)
    parser.add_argument("--yes", action="store_true", help="write the changes")
    _json(parser)
    parser.set_defaults(verb="templates from-word")


def _check_templates(parser: argparse.ArgumentParser) -> None:
    _own_templates(parser)
    parser.add_argument("--on", type=_day, metavar="DATE", help="the day that counts as today")
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--sarif", action="store_true", help="as SARIF, for editors")
    _json(formats)
    parser.set_defaults(verb="templates check")


def _book(parser: argparse.ArgumentParser) -> None:
    _own_templates(parser)
    _word_file(parser, required=True)
    parser.set_defaults(verb="templates book")


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="the folder of templates before the change")
    parser.add_argument("new", metavar="NEW", help="the folder after it")
    _word_file(parser, required=False)
    _json(parser)
    parser.set_defaults(verb="templates diff")


def _word_file(parser: argparse.ArgumentParser, required: bool) -> None:
    parser.add_argument("--out", default="", required=required, metavar="FILE.docx", help="the Word file to write")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def _note(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("why", metavar="WHY", help="what changed and why, in a sentence or two")
    _own_templates(parser)
    says = "note this file alone; more than once for several"
    parser.add_argument("--file", dest="noted", action="append", default=[], metavar="FILE", help=says)
    parser.add_argument("--on", type=_day, metavar="DATE", help="the day of the entry; today without it")
    parser.set_defaults(verb="templates note")


def _own_templates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("templates", nargs="?", metavar="DIR", help="the templates, if not those of a draft")
