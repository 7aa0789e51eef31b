/** Inputs for the encoder that can be written down in a few words. */
export type SampleKind =
  | "zeros"
  | "noise"
  | "few-letters"
  | "unit-text"
  | "runs-in-noise"
  | "long-matches";

/** Bytes that are the same on every machine; `noise` cannot be compressed, the others can in their own ways. */
export function sample(kind: SampleKind, length: number): Uint8Array {
  const random = generator(length);
  switch (kind) {
    case "zeros":
      return new Uint8Array(length);
    case "noise":
      return Uint8Array.from({ length }, () => random(256));
    case "few-letters":
      return Uint8Array.from({ length }, () => 97 + random(7));
    case "runs-in-noise":
      return Uint8Array.from({ length }, (_, index) =>
        index % 400 < 300 ? index >> 12 : random(256),
      );
    case "long-matches":
      return Uint8Array.from({ length }, (_, index) =>
        index % 5000 < 4990 ? 65 : random(256),
      );
    case "unit-text":
      return unitText(length, random);
  }
}

const phrases = [
  "[Unit]\n",
  "[Service]\n",
  "Description=",
  "ExecStart=/usr/bin/",
  "After=network-online.target\n",
  "WantedBy=multi-user.target\n",
  "Environment=",
  "\n",
];

function unitText(length: number, random: (below: number) => number) {
  let text = "";
  while (text.length < length) {
    text += phrases[random(phrases.length)]! + random(1000);
  }
  return new TextEncoder().encode(text.slice(0, length));
}

/** Numbers below a bound, by chance but always the same (a linear congruential generator). */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
