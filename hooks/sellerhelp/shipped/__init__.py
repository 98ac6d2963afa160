"""What is shipped to readers and what built it: the parts, their licences, and a bill of materials."""
