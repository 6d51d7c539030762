"""Word files made by hand for the tests: the smallest packages that a word processor would open."""

from __future__ import annotations

import zipfile
from io import BytesIO

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{more}</w:style>'
    for name, more in {
        "Normal": "",
        "Title": "",
        "Subtitle": "",
        "heading 1": "",
        "heading 2": "",
        "Quote": "",
        "caption": "",
        "List Bullet": "",
        "Our Heading": '<w:basedOn w:val="heading2"/>',
        "Looped": '<w:basedOn w:val="Looped"/>',
    }.items()
)


def paragraph(words: str, style: str = "", properties: str = "") -> str:
    """A paragraph; ``words`` is text, or runs where it holds a tag."""
    runs = words if "<w:" in words else run(words)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def run(words: str, properties: str = "") -> str:
    """A run with those words."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{words}</w:t></w:r>'


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of those parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return out.getvalue()


def word_file(*body: str, links: dict[str, str] | None = None, footnotes: str = "", head: str = "") -> bytes:
    """A Word file with that body; ``links`` are the targets of hyperlinks by id."""
    related = {"rIdS": ("styles", "styles.xml"), "rIdF": ("footnotes", "footnotes.xml")}
    related |= {key: ("hyperlink", target) for key, target in (links or {}).items()}
    rows = "".join(f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for key, (kind, target) in related.items())
    document = f'{head}<w:document xmlns:w="{SPACE}" xmlns:r="{RELATIONS}"><w:body>{"".join(body)}</w:body></w:document>'
    return package(
        {
            "[Content_Types].xml": "<Types></Types>",
            "_rels/.rels": f'<R><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></R>',
            "word/document.xml": document,
            "word/styles.xml": f'<w:styles xmlns:w="{SPACE}">{STYLES}</w:styles>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{SPACE}" xmlns:r="{RELATIONS}">{footnotes}</w:footnotes>',
            "word/_rels/document.xml.rels": f"<R>{rows}</R>",
        }
    )
