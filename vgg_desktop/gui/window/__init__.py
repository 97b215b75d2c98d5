"""The main window around the pages: header, menus, messages, status and dialogs. No page lives here."""
