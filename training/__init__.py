"""What trains dateline's tagger: outside the wheel, imported by nothing in it."""
