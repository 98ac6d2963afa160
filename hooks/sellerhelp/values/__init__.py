"""Values that know their date: fees, limits and periods that hold from a day on and then change."""
