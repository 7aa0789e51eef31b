import type { Path } from "@/lib/butane";
import { listFields } from "./parts";
import { initial } from "./schema";
import { withoutSwap } from "./swap";
import { bare } from "./tpm2";
import type { StorageValue } from "./value";

/** The value without what wrote something at these fields: whole items, or what the TPM does for one of them. */
export function without(
  value: StorageValue,
  fields: readonly Path[],
): StorageValue {
  const isAsked = (list: string, index: number, part?: "tpm2") =>
    fields.some(
      ([, field, at, own]) =>
        field === list &&
        at === index &&
        (part === undefined ? own !== "tpm2" : own === part),
    );
  const luks = value.luks.map((device, index) =>
    isAsked("luks", index, "tpm2") ? bare(device) : device,
  );
  const left = listFields.map((list) => {
    const items: readonly unknown[] = list === "luks" ? luks : value[list];
    return [list, items.filter((_, index) => !isAsked(list, index))];
  });
  const swapParts = fields.filter(([, field]) => field === "swap");
  const isIscsi = fields.some(([, field]) => field === "iscsi");
  return {
    ...value,
    ...(Object.fromEntries(left) as Partial<StorageValue>),
    swap: swapParts.reduce(
      (swap, [, , part]) => withoutSwap(swap, part),
      value.swap,
    ),
    ...(isIscsi ? { iscsi: initial.iscsi } : {}),
  };
}
