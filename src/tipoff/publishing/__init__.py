"""Published releases: the JSON documents, the site that shows them, and their server."""
