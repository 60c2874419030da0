"""From HTML to paper: the pack's fonts, tagged PDF, and several PDFs as one."""
