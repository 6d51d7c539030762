"""Reusable detectors: where a rule is broken. A file's name is the word after ``check:`` in a rule.

May not: know severities, policies, files or the terminal.
Start reading at: base.py, then phrase.py.
"""
