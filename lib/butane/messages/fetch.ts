import type { Messages } from "./message";

/** Ignition's rules about what it fetches, and about itself. */
export const fetch: Messages = {
  "version-invalid": {
    says: "The config's version is none; it takes three numbers, such as `3.4.0`.",
  },
  "source-missing": {
    says: "A `source` is needed here: an address, or a data URL.",
  },
  "url-invalid": {
    says: "This is no address; a whole one is needed, such as `https://example.com/file`.",
  },
  "url-scheme": {
    says: "Ignition cannot fetch from addresses of this kind; use `https`, `http`, `tftp`, `s3`, `gs` or `data`.",
    why: "Ignition would stop on the first boot, and the node would not come up.",
  },
  "data-url-invalid": {
    says: "The data URL cannot be decoded; use `inline` and let it be written for you.",
  },
  "s3-version-empty": {
    says: "`versionId` is empty; give the version's id or leave it out.",
  },
  "s3-arn-invalid": {
    says: "This ARN names no S3 object; it reads `arn:aws:s3:::bucket/key`.",
  },
  "compression-unknown": {
    says: "Only `gzip` is known as a compression; leave it out for none.",
  },
  "hash-without-source": {
    says: "A hash needs a `source` whose contents it checks.",
  },
  "hash-malformed": {
    says: "A hash is written as its kind, a dash and the digits: `sha512-…`.",
  },
  "hash-function-unknown": {
    says: "This kind of hash is not known; use `sha512` or `sha256`.",
  },
  "hash-length-wrong": {
    says: "The hash has the wrong length: `sha512` has 128 hexadecimal digits, `sha256` has 64.",
    why: "No contents could ever match it, and the first boot would stop there.",
  },
  "headers-without-url": {
    says: "HTTP headers need a `source` with a whole address.",
  },
  "headers-need-http": {
    says: "HTTP headers can be sent with `http` and `https` addresses only.",
  },
  "header-name-missing": { says: "A header needs a name." },
  "header-value-empty": {
    says: "The header's value is empty; give one or leave the value out to drop the header.",
  },
  "proxy-scheme": { says: "A proxy is an `http` or `https` address." },
  "proxy-insecure": {
    says: "The proxy for `https` is itself reached by `http`.",
    why: "Who listens between node and proxy sees which servers the node asks.",
  },
  duplicate: {
    says: "An entry of the same name, path or text is here already: `{key}`; keep one of them.",
    why: "Ignition tells entries apart by it and refuses a config with two.",
  },
};
