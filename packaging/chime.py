"""Make the timer's chime anew: `python packaging/chime.py`. Two soft notes, a fifth apart."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "sounds" / "chime.wav"
RATE, SECONDS = 16_000, 1.4
NOTES = ((587.33, 0.0), (880.0, 0.18))  # hertz, and the second at which each begins
LOUD, DECAY, ATTACK = 0.22, 3.5, 0.012


def level(at: float) -> float:
    """The sound at a second, from -1 to 1."""
    total = 0.0
    for pitch, begins in NOTES:
        since = at - begins
        if since > 0:
            fade = min(1.0, since / ATTACK) * math.exp(-DECAY * since)
            total += LOUD * fade * math.sin(math.tau * pitch * since)
    return total * min(1.0, (SECONDS - at) / 0.1)


def main() -> None:
    """Write the file."""
    TARGET.parent.mkdir(exist_ok=True)
    samples = [round(level(n / RATE) * 32_000) for n in range(int(RATE * SECONDS))]
    with wave.open(str(TARGET), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
