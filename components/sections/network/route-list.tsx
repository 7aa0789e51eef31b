"use client";

import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { Path } from "@/lib/butane";
import { blankRoute } from "@/lib/preset/sections/network/schema";
import type { Route } from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { PathField } from "../path-field";

interface RouteListProps {
  at: Path;
  routes: readonly Route[];
  onChange: (routes: readonly Route[]) => void;
}

export function RouteList({ at, routes, onChange }: RouteListProps) {
  return (
    <ListEditor
      items={routes}
      onChange={onChange}
      make={() => blankRoute}
      addLabel="Add route"
      name={(_, index) => `route ${index + 1}`}
      render={(route, index) => {
        const path = [...at, "routes", index];
        const set = (part: Partial<Route>) =>
          onChange(setAt(routes, [index], { ...route, ...part }));
        const of = routes.length > 1 ? ` ${index + 1}` : "";
        return (
          <FieldRow>
            <PathField
              path={[...path, "destination"]}
              label={`Route${of} to`}
              width="medium"
            >
              <TextInput
                mono
                placeholder="10.1.0.0/16"
                value={route.destination}
                onChange={(destination) => set({ destination })}
              />
            </PathField>
            <PathField
              path={[...path, "gateway"]}
              label={`Route${of} by way of`}
              width="medium"
            >
              <TextInput
                mono
                placeholder="10.0.0.254"
                value={route.gateway}
                onChange={(gateway) => set({ gateway })}
              />
            </PathField>
            <PathField
              path={[...path, "metric"]}
              label={`Metric of route${of}`}
              width="narrow"
            >
              <TextInput
                mono
                inputMode="numeric"
                value={route.metric}
                onChange={(metric) => set({ metric })}
              />
            </PathField>
          </FieldRow>
        );
      }}
    />
  );
}
