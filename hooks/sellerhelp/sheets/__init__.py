"""Questions in spreadsheets: written for Excel, read back, and put into faq.yml without touching the rest."""
