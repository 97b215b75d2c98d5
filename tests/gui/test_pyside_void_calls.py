"""PySide6 6.12.0 on Python 3.11 loses a reference to None in each call that returns nothing, and soon aborts."""

import subprocess
import sys

CODE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["test"])
label = QLabel()
before = sys.getrefcount(None)
for number in range(20_000):
    label.setText(str(number))
    label.setEnabled(True)
print(before - sys.getrefcount(None))
"""


def test_twenty_thousand_calls_that_return_nothing_cost_no_reference_to_none() -> None:
    child = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60)
    assert (child.returncode, child.stderr) == (0, "")
    assert abs(int(child.stdout)) < 1000
