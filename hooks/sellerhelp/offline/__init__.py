"""Makes of the finished site one that opens from a folder, without a server and without a network."""
