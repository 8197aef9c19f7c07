"""Authoring: what legal staff need to own the templates.

It checks a folder of templates without any deal (`checking`), finds the small set of
deals that reaches every branch of them (`covering`), binds what they print into a book
(`binding`), shows what a change of them does (`differing`), runs their stories
(`stories`), lists every name (`pages`) and knows which changes of legal effect were told
(`noting`). It drafts through `drafting` alone, so that what it shows is what a deal
would get; a rule that the program already has is gathered here and never written twice.
It decides nothing for a deal, looks at no clock, and prints nothing.
"""
