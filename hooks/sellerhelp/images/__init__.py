"""Writers' pictures as phones want them: as WebP where that is lighter, and only when a reader comes near."""
