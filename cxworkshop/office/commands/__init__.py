"""The commands of cxworkshop-office, one module for each place where they are run."""
