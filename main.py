"""Start Bimtek: the window, or a command when one is given."""

from bimtek.__main__ import main

if __name__ == "__main__":
    main()
