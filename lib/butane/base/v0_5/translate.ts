import { decodeUtf8 } from "../../utf8";
import type { Values } from "../../struct/decode";
import type { Shape } from "../../struct/shape";
import type { Place, Translation } from "../../translate/translation";
import type { Dropin, PasswdUser, Unit } from "./schema";

/** `contents_local` becomes `contents`. */
export function translateUnit(
  run: Translation,
  shape: Shape,
  from: Unit | Dropin,
  place: Place,
): Values {
  const to = run.copy(shape, from as Values, place);
  if (!from.contents_local) return to;
  const at = [...place.from, "contents_local"];
  const bytes = run.readLocal(from.contents_local);
  if ("code" in bytes) {
    run.fail(bytes.code, at, bytes.values);
    return to;
  }
  run.sources.add({ from: at, to: [...place.to, "contents"] });
  return { ...to, contents: decodeUtf8(bytes) };
}

/** Every line of the files in `ssh_authorized_keys_local` becomes one more key. */
export function translatePasswdUser(
  run: Translation,
  shape: Shape,
  from: PasswdUser,
  place: Place,
): Values {
  const to = run.copy(shape, from as Values, place);
  const names = from.ssh_authorized_keys_local ?? [];
  if (names.length === 0) return to;
  const at = [...place.from, "ssh_authorized_keys_local"];
  const list = [...place.to, "sshAuthorizedKeys"];
  run.sources.add({ from: at, to: list });
  if (!run.options.files) {
    run.fail("no-files-directory", at);
    return to;
  }
  const keys = [...(from.ssh_authorized_keys ?? [])];
  for (const [index, name] of names.entries()) {
    const bytes = run.readLocal(name);
    if ("code" in bytes) {
      run.fail(bytes.code, [...at, index], bytes.values);
      continue;
    }
    for (const key of decodeUtf8(bytes).split(/\r?\n/).filter(Boolean)) {
      run.sources.add({ from: [...at, index], to: [...list, keys.length] });
      keys.push(key);
    }
  }
  return { ...to, sshAuthorizedKeys: keys };
}
