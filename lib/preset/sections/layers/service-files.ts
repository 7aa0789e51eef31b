import { unitText } from "@/lib/butane";
import type { LayerFile } from "./value";

const file = { executable: false, from: "text", url: "", hash: "" } as const;

/**
 * The files of a service that starts at boot although its layer is merged late: the unit, a script, and a drop-in of the target, which
 * keeps it running wherever the layer is merged. A link of wants would only be seen where the merge comes before the target.
 */
export function serviceFiles(name: string): LayerFile[] {
  const unit = `${name}.service`;
  return [
    {
      ...file,
      path: `usr/bin/${name}`,
      executable: true,
      text: "#!/bin/sh\nexec sleep infinity\n",
    },
    {
      ...file,
      path: `usr/lib/systemd/system/${unit}`,
      text: unitText({
        Unit: [`Description=${name}`],
        Service: [`ExecStart=/usr/bin/${name}`],
      }),
    },
    {
      ...file,
      path: `usr/lib/systemd/system/multi-user.target.d/10-${name}.conf`,
      text: unitText({ Unit: [`Upholds=${unit}`] }),
    },
  ];
}
