"""Lists of people as they really arrive: which rows and columns mean what, and what to look at."""
