"""The fact base behind the manuals: what each page rests on, where it comes from and how old it is."""
