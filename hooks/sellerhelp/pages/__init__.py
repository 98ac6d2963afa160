"""Pages as files that writers keep: new ones, renamed ones, unfinished ones, and those due for another look."""
