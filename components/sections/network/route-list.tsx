"use client";

import { FieldRow } from "@/components/ui/field";
import { ListEditor } from "@/components/ui/list-editor";
import type { Path } from "@/lib/butane";
import { blankRoute } from "@/lib/preset/sections/network/schema";
import type { Route } from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { ItemText, type ItemProps } from "../item-fields";

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
      render={(route, index) => (
        <RouteFields
          at={[...at, "routes", index]}
          item={route}
          of={routes.length > 1 ? ` ${index + 1}` : ""}
          onChange={(next) => onChange(setAt(routes, [index], next))}
        />
      )}
    />
  );
}

function RouteFields({ of, ...props }: ItemProps<Route> & { of: string }) {
  return (
    <FieldRow>
      <ItemText
        {...props}
        field="destination"
        label={`Route${of} to`}
        placeholder="10.1.0.0/16"
      />
      <ItemText
        {...props}
        field="gateway"
        label={`Route${of} by way of`}
        placeholder="10.0.0.254"
      />
      <ItemText
        {...props}
        field="metric"
        label={`Metric of route${of}`}
        width="narrow"
        inputMode="numeric"
      />
    </FieldRow>
  );
}
