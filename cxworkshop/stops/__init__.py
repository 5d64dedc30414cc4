"""The eight stops, one module each; none knows another."""

STOPS = ("prepare", "talk", "big_list", "pick", "make_better", "check", "staff_test", "share")
