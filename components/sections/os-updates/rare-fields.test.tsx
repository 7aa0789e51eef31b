// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { compose } from "@/lib/preset";
import { fetchesOf } from "@/lib/delivery/air-gap";
import { OsUpdatesForm } from "../os-updates-form";
import { formPage } from "../testing/form-page";

const page = formPage();

test("files that an update server of one's own has to serve are called as a node fetches them", async () => {
  await page.draw(<OsUpdatesForm />, {
    target: { platform: "azure", release: "4593.2.5" },
    extensions: { chosen: [{ id: "zfs" }] },
  });
  const { preset } = page.state();
  const composed = compose(preset);
  const transpiled = transpile(composed.text);
  const fetched = fetchesOf({ preset, composed, transpiled })
    .filter(({ kind }) => kind === "vendor" || kind === "official")
    .map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
  const told = [...page.place.querySelectorAll("code")].map(({ textContent }) =>
    textContent.replace("ID", "azure").replace("NAME", "zfs"),
  );
  expect(told.sort()).toEqual(fetched.sort());
});
