"""Every screen in every theme, size and amount of data: checked, and drawn to look at."""
