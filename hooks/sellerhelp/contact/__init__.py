"""Contact hours: who answers when, from the clerk's files to the words a seller reads."""
