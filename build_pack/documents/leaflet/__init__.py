"""The leaflet."""
