"""The application: settings, the home, and what each command does."""
