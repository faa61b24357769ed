"""Attribution: who says so, how sure, and whether it happened at all."""
