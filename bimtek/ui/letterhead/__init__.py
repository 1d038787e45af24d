"""The top of a sheet on which a kop is edited: millimetres, logos that can be moved, text that can be met."""
