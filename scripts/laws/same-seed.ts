import fc from "fast-check";

// Laws try the same nodes in every run, so that one that fails fails again; `npm run test:laws` tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
