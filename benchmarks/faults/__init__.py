"""Which faults the checks see: real texts are spoilt on purpose, one at a time, and checked."""
