"""Figures as plain dicts for the basic bundle of plotly.js: numbers in, `{"data": [...], "layout": {...}}` out."""
