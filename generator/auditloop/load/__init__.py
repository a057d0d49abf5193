"""Which files belong to a workspace, and their text as plain data with the place of every node. Knows no kinds."""
