"""The interview: a deal entered, judged and drafted on a terminal's screen.

Screens, widgets and one stylesheet over the room `editing`, which holds the deal that is being worked on.
It shows facts, findings and the contract side by side, and takes keys, mouse and paste. It is the only room
that imports Textual. It holds no law, no facts and no wording of its own, saves nothing itself, and never
shows a value outside the terminal it runs in: no traceback, no log and no crash report holds what was typed.
"""
