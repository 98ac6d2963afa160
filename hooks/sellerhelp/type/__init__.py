"""The site's own typeface: a subset of Pretendard that holds the site's letters and no more."""
