"""Speed, each figure beside its floor: `python -m tests.bench --keluaran out/bench.json`."""
