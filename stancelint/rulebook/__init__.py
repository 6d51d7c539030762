"""YAML to rules: loading, validation with places, compiling, examples.

May not: know a policy or a draft on disk.
Start reading at: rule.py, then load.py.
"""
