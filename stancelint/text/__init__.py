"""Ground floor: the page and its places.

May not: import anything but the standard library, or know what a rule is.
Start reading at: document.py, then projection.py.
"""
