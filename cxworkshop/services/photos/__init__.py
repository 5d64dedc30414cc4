"""Photos of the wall: their codes are read, placed under headlines, and taken in one step."""

from cxworkshop.services.photos.photos import Photos as Photos
