"""Rules, policy and drafts joined into findings: judging, waivers, baseline, fixes, and runs over files.

May not: print, or know a terminal.
Start reading at: lint.py, then run.py.
"""
