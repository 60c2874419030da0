"""The proof that a change of the program changes nothing on paper.

A set is made with the program of a checkout: pages of every leaflet, language, format, clinic and
kind of output. Two sets, made before and after, are compared byte for byte.
"""
