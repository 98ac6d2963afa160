"""What is taken from a sale, and what is left."""
