"use client";

import { TextArea } from "@/components/ui/inputs";
import { PathField } from "../path-field";
import { Card } from "../section-page";

interface ContainerdCardProps {
  value: string;
  onChange: (value: string) => void;
}

/** containerd has no folder for additions on Flatcar, so a file of one's own is the whole of it. */
export function ContainerdCard({ value, onChange }: ContainerdCardProps) {
  return (
    <Card title="containerd">
      <PathField
        path={["containers", "containerd"]}
        label="config.toml of containerd"
        help={
          <>
            Empty: Flatcar&apos;s own. Otherwise the whole file;{" "}
            <code>version = 2</code> works with containerd 1.7 and 2,{" "}
            <code>version = 3</code> with 2 alone.
          </>
        }
      >
        <TextArea
          mono
          rows={value === "" ? 2 : 10}
          placeholder="version = 2"
          value={value}
          onChange={onChange}
        />
      </PathField>
    </Card>
  );
}
