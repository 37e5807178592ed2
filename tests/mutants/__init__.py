"""Mutation testing of the policies: what survives must be explained."""
