"""One laptop for many: name, code, questions one at a time, and on to the next person."""
