import type { StandIn } from "../boot/stand-ins";

const program = "usr/lib/kindling-test/shell";
const unit = "usr/lib/systemd/system/kindling-test.service";
const wanted = "usr/lib/systemd/system/multi-user.target.d/50-test.conf";

/** What a virtual machine has besides, so that it can be asked: on its second serial port it carries out each line that comes. */
export const answering: readonly StandIn[] = [
  {
    path: program,
    mode: 0o755,
    text: `#!/bin/sh
stty -F /dev/ttyS1 raw -echo
exec </dev/ttyS1 >/dev/ttyS1
echo ready
while read -r line; do
  said=$(/bin/sh -c "$(printf %s "$line" | base64 -d)" 2>&1 </dev/null)
  status=$?
  echo "$status $(printf %s "$said" | base64 -w0)"
done
`,
  },
  {
    path: unit,
    text: `[Unit]
Description=Answers whoever tests this machine
[Service]
ExecStart=/${program}
`,
  },
  { path: wanted, text: "[Unit]\nWants=kindling-test.service\n" },
];
