"""What has to be computed: expected dates less those done under their fingerprint."""
