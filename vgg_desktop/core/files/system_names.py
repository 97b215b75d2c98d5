"""Files and folders that systems put among a person's own: thumbnails, bins, snapshots, leftovers of archives.

One table, for training and for classifying alike.
"""

import re

# Sources: Synology DSM, QNAP QTS and NetApp ONTAP guides; Microsoft, "Desktop.ini" and "Recycle Bin"; Apple, "AFP".
_SYSTEM_NAMES = frozenset(
    {
        # Synology
        *("@eadir", "#recycle", "#snapshot", "@tmp", "@sharesnap", "@quarantine", "@database", "@img_bkp_cache"),
        # QNAP
        *("@recycle", "@recently-snapshot", "@__thumb", "@__comp"),
        # Windows, and FAT as its chkdsk leaves it
        *("$recycle.bin", "recycler", "recycled", "system volume information", "thumbs.db", "ehthumbs.db"),
        *("ehthumbs_vista.db", "desktop.ini", "zbthumbnail.info", "$windows.~bt", "$windows.~ws"),
        # macOS and its archives and shares
        *("__macosx", "network trash folder", "temporary items", "thevolumesettingsfolder", "icon\r"),
        # Linux, Android, NetApp
        *("lost+found", "lost.dir", "~snapshot"),
    }
)
# Synology's thumbnails and resource forks outside @eaDir; chkdsk's folders of rescued pieces.
_SYSTEM_PATTERN = re.compile(r"syno(photo|file|video)_thumb_.*|.*@syno(eastream|resource)|found\.\d{3}")


def is_system_name(name: str) -> bool:
    """Whether a file or folder of that name is the system's and not the person's. Names with a dot first are hidden
    anyway.
    """
    folded = name.casefold()
    return folded in _SYSTEM_NAMES or _SYSTEM_PATTERN.fullmatch(folded) is not None
