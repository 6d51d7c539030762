"""What a page says, and who says it: sentences, quotations, attributions, sources, claims, sections, links.

May not: know rules, severities or files; import readers.
Start reading at: model.py for the nouns, reading.py for the front door.
"""
