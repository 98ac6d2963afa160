"""Questions and answers: read from faq.yml, placed by writers, shown as tables or as details."""
