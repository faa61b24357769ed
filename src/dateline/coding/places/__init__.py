"""Places: toponyms resolved against a gazetteer, with honest precision."""
