"""Thousands of organisations at once: a table of answers, the scorer's results looked up, shares made public.

`table` and `scoring` know numpy only, `reading` the files (pyarrow), `frames` pandas: the one module of the
assessment that imports it. `disclosure` decides what may be published; `shares` is the one result that the
page, the JSON and the open data are written from.
"""
