"""`python -m tests.bench`. Kept light: the reader of spreadsheets starts this module once more."""

if __name__ == "__main__":
    from tests.bench.table import main

    main()
