// @vitest-environment happy-dom
import { act } from "react";
import { expect, test, vi } from "vitest";
import { fetched, late, lately } from "./late";
import { drawing } from "./testing/drawing";
import { Toaster } from "./toast";

const page = drawing();
const { draw, render } = page;
const text = () => page.place.textContent;

function Guide({ name }: { name: string }) {
  return <p>Guide of {name}</p>;
}

test("a part that does not come says so in its place, and comes when it is asked for again", async () => {
  const load = vi
    .fn<() => Promise<typeof Guide>>()
    .mockRejectedValueOnce(new Error("404"))
    .mockRejectedValueOnce(new Error("404"))
    .mockResolvedValue(Guide);
  const Part = lately(load, { waiting: () => <p>Opening…</p> });
  await draw(<Part name="a" />);
  expect(page.place.querySelector("[role=alert]")?.textContent).toContain(
    "This part of Kindling did not load.",
  );
  const retry = () =>
    act(async () => page.place.querySelector("button")!.click());
  await retry();
  expect(text()).toContain("did not load");
  expect(page.place.querySelector("button")?.textContent).toBe("Retry");
  await retry();
  expect(text()).toBe("Guide of a");
  expect(load).toHaveBeenCalledTimes(3);
});

test("until it is there, what waits for it is shown; once it came, nothing waits", async () => {
  let come: (part: typeof Guide) => void = () => {};
  const load = vi.fn(
    () => new Promise<typeof Guide>((resolve) => (come = resolve)),
  );
  const Part = lately(load, { waiting: ({ name }) => <p>Opening {name}</p> });
  await draw(<Part name="a" />);
  expect(text()).toBe("Opening a");
  await act(async () => come(Guide));
  expect(text()).toBe("Guide of a");
  await draw(null);
  render(<Part name="b" />);
  expect(text()).toBe("Guide of b");
  expect(load).toHaveBeenCalledTimes(1);
});

test("what has a lesser form shows that beside the message", async () => {
  const Part = lately<{ name: string }>(() => Promise.reject(new Error()), {
    failed: ({ name }) => <p>Plain {name}</p>,
  });
  await draw(<Part name="text" />);
  expect(text()).toBe("Plain text");
});

test("it is fetched once, however many ask for it, and again after a failure", async () => {
  const load = vi.fn(() => Promise.reject(new Error("away")));
  const part = late(load);
  const both = await Promise.allSettled([part.load(), part.load()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(load).toHaveBeenCalledTimes(1);
  await expect(part.load()).rejects.toThrow("away");
  expect(load).toHaveBeenCalledTimes(2);
  expect(part.part).toBeNull();
});

test("a click whose part does not come is told", async () => {
  await draw(<Toaster />);
  await act(async () => {
    expect(await fetched(() => Promise.reject(new Error()))).toBeNull();
  });
  expect(text()).toContain("did not load");
  expect(await fetched(() => Promise.resolve(1))).toBe(1);
});
