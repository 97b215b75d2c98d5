"""How everything looks: tokens, theme, style sheet, icons. It knows no page."""
