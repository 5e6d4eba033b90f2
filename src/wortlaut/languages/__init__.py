"""Languages are data: a second one is another module beside `de`, and changes no code."""
