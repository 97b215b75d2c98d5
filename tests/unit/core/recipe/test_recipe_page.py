"""The page about the recipe is the recipe."""

from tests.helpers.recipe_page import PAGE, text


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == text(), "run: python -m tests.helpers.recipe_page"
