"""The window: pages, widgets and the projector. The only package that knows widgets."""
