"""Databases that the kernel can run on. Nothing here is specific to basketball."""
