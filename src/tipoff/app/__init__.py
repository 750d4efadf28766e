"""The application: settings, the home, and the operations behind the commands."""
