"""Databases the kernel can run on. They know nothing of basketball."""
