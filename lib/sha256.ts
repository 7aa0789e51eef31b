/** The first 32 bits of the broken parts of the roots of the first primes, as FIPS 180-4 (section 4.2.2) wants them. */
const { initial, round } = /* @__PURE__ */ constants();

/**
 * SHA-256 of bytes, as 64 hexadecimal digits: what Ignition's `sha256-` hashes are made of. The browser's own is asynchronous, and
 * everything that follows from a node is computed in one go.
 */
export function sha256(bytes: Uint8Array): string {
  const state = Int32Array.from(initial);
  const words = new Int32Array(64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) mix(state, view, at, words);
  const tail = padded(bytes.subarray(whole), bytes.length);
  const end = new DataView(tail.buffer);
  for (let at = 0; at < tail.length; at += 64) mix(state, end, at, words);
  return Array.from(state, (word) =>
    (word >>> 0).toString(16).padStart(8, "0"),
  ).join("");
}

/** What is left of a message behind its last whole block, with the mark of its end and its length in bits. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const block = new Uint8Array(rest.length < 56 ? 64 : 128);
  block.set(rest);
  block[rest.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(block.length - 4, (length << 3) >>> 0);
  return block;
}

function mix(state: Int32Array, view: DataView, at: number, w: Int32Array) {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const near = w[i - 2]!;
    const far = w[i - 15]!;
    w[i] =
      (w[i - 16]! +
        w[i - 7]! +
        (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) +
        (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10))) |
      0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let i = 0; i < 64; i++) {
    const one =
      (h +
        (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
        ((e & f) ^ (~e & g)) +
        round[i]! +
        w[i]!) |
      0;
    const two =
      ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) +
        ((a & b) ^ (a & c) ^ (b & c))) |
      0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i]! + word) | 0;
  });
}

type Eight = [number, number, number, number, number, number, number, number];

/** The 32 bits turned to the right. */
function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function constants() {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++)
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const bits = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  return {
    initial: primes.slice(0, 8).map((prime) => bits(Math.sqrt(prime))),
    round: Int32Array.from(primes, (prime) => bits(Math.cbrt(prime))),
  };
}
