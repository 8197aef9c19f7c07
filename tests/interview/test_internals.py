"""What we lean on inside Textual 8.2.8: where one of these fails, think `interview/internals.py` through anew."""

from __future__ import annotations

import inspect
from importlib.metadata import requires

import textual
from textual.app import App
from textual.screen import ResultCallback
from textual.widget import Widget
from textual.widgets import Footer, Input

from clausekit.interview.grid import Grid
from clausekit.interview.internals import FastInput
from clausekit.interview.page import Page


def source(of: object) -> str:
    return inspect.getsource(of)  # type: ignore[arg-type]  # whatever has source


def test_the_version_is_the_one_whose_insides_were_read() -> None:
    assert textual.__version__.startswith("8.2.")
    (wanted,) = (one for one in requires("clausekit") or () if one.startswith("textual<") or one.startswith("textual>"))
    assert {"<8.3", ">=8.2.8"} == set(wanted.removeprefix("textual").split(","))


def test_stock_inputs_lay_out_the_screen_as_their_text_grows_and_ours_do_not() -> None:
    assert "self.virtual_size =" in source(Input._watch_value)
    assert Widget.__dict__["virtual_size"]._layout
    assert not any(ours.__dict__["virtual_size"]._layout for ours in (FastInput, Grid, Page))
    assert "scroll" in source(Input._watch_selection)


def test_stock_inputs_drop_all_lines_but_the_first_of_what_is_pasted() -> None:
    assert "splitlines()[0]" in source(Input._on_paste)


def test_the_stock_footer_is_made_anew_at_each_change_of_focus() -> None:
    assert "recompose" in source(Footer)


def test_keys_of_priority_are_done_before_the_widget_sees_the_key() -> None:
    found = source(App.on_event)
    assert found.index("_check_bindings(event.key, priority=True)") < found.index("forward_target._forward_event")
    assert "event.is_printable" in source(Input._on_key)


def test_windows_answer_whoever_opened_them() -> None:
    assert "self.requester.call_next(self.callback, result)" in source(ResultCallback)


def test_stock_reports_of_faults_show_what_was_typed() -> None:
    assert "show_locals=True" in source(App._fatal_error)
    assert "_fatal_error" in source(App._handle_exception)


def test_stock_apps_leave_greys_where_no_colour_was_asked_for() -> None:
    assert "Monochrome()" in source(App.__init__)
