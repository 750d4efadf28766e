"""The league's own services: their answers as rows, and the client that fetches them."""
