// `npm start` and `npm test`: everything that stands between a fresh clone and the result.
// Plain Node without a single package, because it runs before any is installed.
const wanted = 20;
const major = Number(process.versions.node.split(".")[0]);
if (major < wanted) {
  console.error(
    `Kindling needs Node ${wanted} or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

const commands = {
  start: async () => (await import("./run/serve.mjs")).serve(),
  test: async () => (await import("./run/suite.mjs")).suite(),
};
const command = commands[process.argv[2]];
if (!command) {
  console.error(
    `Usage: node scripts/run.mjs ${Object.keys(commands).join("|")}`,
  );
  process.exit(2);
}

const { followParent } = await import("./run/process.mjs");
const { Failure } = await import("./run/progress.mjs");
followParent();
try {
  process.exitCode = await command();
} catch (error) {
  // A Failure has said what a person can do about it; anything else is a bug of ours and keeps its stack.
  console.error(error instanceof Failure ? `\n${error.message}` : error);
  process.exitCode = 1;
}
// The watch on our parent must not keep us alive once everything is done.
process.exit();
