"""HTML blocks go round Markdown and come back where they were."""

import markdown as python_markdown
from hypothesis import given
from hypothesis import strategies as st

from auditloop.publish.chunks import part, put_back

PAGE = """# Title

Prose with *emphasis*.

<div class="al-tiles"><p>searched</p>
<p>second line</p></div>

## Part {#part}

<div data-search-exclude class="al-table-box"><table><tr><td>1</td></tr></table></div>
"""


def convert(text):
    return python_markdown.markdown(text, extensions=["attr_list", "tables", "toc"])


def test_the_page_is_the_same_as_if_markdown_had_seen_everything():
    """Taking blocks out and putting them back gives the very HTML of converting the whole page."""
    parted = part(PAGE)

    html = put_back(convert(parted.markdown), parted.blocks, searched=True)
    html = put_back(html, parted.blocks, searched=False)

    assert html == convert(PAGE)


def test_blocks_for_the_index_come_back_before_the_others():
    """What search must not see stays a comment until the page template has been filled."""
    parted = part(PAGE)

    html = put_back(convert(parted.markdown), parted.blocks, searched=True)

    assert "searched" in html
    assert "<table>" not in html


@given(st.text(alphabet="<!->al:0129 \n&;", max_size=80))
def test_text_that_looks_like_a_mark_brings_nothing_in(text):
    """A mark in the prose with a number that no block has is left as it is, never an error."""
    parted = part(text)

    assert put_back("<!--al:999-->" + parted.markdown, parted.blocks, searched=False).startswith("<!--al:999-->")
