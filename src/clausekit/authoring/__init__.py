"""Authoring: what legal staff need to own the templates.

It checks a folder of templates without any deal (`checking`), finds the small set of
deals that reaches every branch of them (`covering`), runs their stories (`stories`) and
writes the pages that list every name (`pages`). It drafts through `drafting` alone, so
that what it shows is what a deal would get; a rule that the program already has is
gathered here and never written twice. It reads templates and changes none, but for the
pages it generates and the record of changes. It decides nothing for a deal, looks at no
clock, and prints nothing.
"""
