"""The logic of the seller help centre: plain values in, plain values out, no MkDocs."""
