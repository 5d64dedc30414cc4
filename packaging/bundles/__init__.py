"""What packaging/build.py makes bundles with."""
