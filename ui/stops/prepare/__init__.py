"""The parts of stop 1: who, the questions, the agenda, the encounter, the promises."""
