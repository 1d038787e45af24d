"""What tables and lists of the window show: Qt models, and the plain state behind them."""
