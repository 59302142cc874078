"""Parts of pages: pure functions from typed values to Dash components. They know no data, no request and no page.

After the first layout a callback updates props; `children` are replaced only of blocks without controls and graphs.
"""
