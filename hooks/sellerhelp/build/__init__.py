"""Quick builds: what the last build knew is taken over, if everything that it depended on is as it was.

asked (what a page asked while it was made), store (what is kept between builds), remembered (both together),
recipe (what every page depends on), writing (only what changed is written), switch (all of it off).
"""
