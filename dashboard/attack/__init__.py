"""An attacker who drives the running application as everyone who may use it, and collects all that it tells.

Nothing is listed here by name that the application knows itself: pages come from the registry of Dash, callbacks from
its callback map, addresses from the rules of Flask. What cannot be driven is an error that says what it is.
"""
