"""The words of the pages, German and English: one module a page, the same keys in both."""
