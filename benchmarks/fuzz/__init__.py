"""Coverage-guided fuzzing of everything that the tool is given by a person: see README.md in this folder.

python -m benchmarks.fuzz TARGET --executions N
"""
