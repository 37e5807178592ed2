"""Types of the client."""
