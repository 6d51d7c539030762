"""A desk's choices: which rules hold, how much each matters, what the parts of a draft are called.

May not: open a draft, run a check, or print.
Start reading at: policy.py, then resolve.py.
"""
