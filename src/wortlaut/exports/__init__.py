"""An archive in the formats of other tools, and judgements back."""
