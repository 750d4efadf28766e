"""The sources of payloads: web services, files, and input by people."""
