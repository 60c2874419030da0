"""A visit and its plan in the words of clinicians, for papers that no patient reads."""
