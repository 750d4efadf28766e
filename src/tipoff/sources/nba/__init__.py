"""The league's own services: how their answers become rows."""
