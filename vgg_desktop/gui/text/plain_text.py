"""Text where Qt would guess at its meaning, shown as it is, never as markup or a mnemonic; and facts in one line."""

import html


def tool_tip(text: str) -> str:
    """A tool tip that shows `text` literally; Qt renders tips that look like HTML."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""


def menu_text(text: str) -> str:
    """`text` for a menu or a button, where a single "&" would underline the next letter."""
    return text.replace("&", "&&")


def dotted(*parts: str) -> str:
    """What is known, in one line: "quite sure · 4.1 ms · NVIDIA H200 · bf16"."""
    return " · ".join(filter(None, parts))
