"""Text from outside where Qt would guess at its meaning: shown as it is, never as markup or a mnemonic."""

import html


def tool_tip(text: str) -> str:
    """A tool tip that shows `text` literally; Qt renders tips that look like HTML."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""


def menu_text(text: str) -> str:
    """`text` for a menu or a button, where a single "&" would underline the next letter."""
    return text.replace("&", "&&")
