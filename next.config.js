const development = process.env.NODE_ENV === "development";
/** `npm run build:static`: files for any web server, without one of ours behind them. */
const files = process.env.KINDLING_STATIC === "1";

/*
 * Scripts only from here and without eval; Next's own inline scripts and the one that sets the theme need
 * 'unsafe-inline', and so do the editor's styles. The development server alone evaluates code.
 */
const policy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  // A preset or a document is opened from an address only after somebody said so; plain http only from the machine itself.
  `connect-src 'self' https: http://localhost:* http://127.0.0.1:*${development ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];
const framing = "frame-ancestors 'none'";

const headers = [
  { key: "Content-Security-Policy", value: [...policy, framing].join("; ") },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: __dirname },
  ...(files
    ? // A route is no page: what ends in .ts is left out where no server will run it.
      { output: "export", pageExtensions: ["tsx"] }
    : { headers: async () => [{ source: "/:path*", headers }] }),
  // A folder of files has no headers: the page brings its policy along, without the part that only a header can say.
  env: {
    META_POLICY: files ? policy.join("; ") : "",
    // Without a server, the file beside the page may be exchanged for a fresher one.
    CATALOGUE_URL: files ? "/catalogue.json" : "/api/catalogue",
  },
};
