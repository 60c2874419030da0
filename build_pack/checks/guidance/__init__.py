"""What PEMAT-P and the CDC Clear Communication Index ask for and a program can judge."""
