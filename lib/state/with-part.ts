import { notLoaded } from "@/lib/words";
import { notify } from "./view-store";

/** Does something with a part of the page that is fetched for it. Where that does not come, it is told, and can be tried again. */
export async function withPart<Part>(
  fetchPart: () => Promise<Part>,
  work: (part: Part) => void,
  what?: string,
): Promise<void> {
  let part: Part;
  try {
    part = await fetchPart();
  } catch {
    const { sentence, why } = notLoaded(what);
    const run = () => void withPart(fetchPart, work, what);
    return notify({
      text: `${sentence} ${why}`,
      stays: true,
      action: { label: "Retry", run },
    });
  }
  work(part);
}
