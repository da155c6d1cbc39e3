"""How the portal looks: components, the frame, and the pages that need no data."""
