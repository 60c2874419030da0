"""PDF files joined, imposed, described and looked at; nothing else knows pikepdf and PDFium."""
