import { mergeInto } from "../../../base/merge-into";
import type { IgnitionSpec } from "../../../ignition";
import type { Values } from "../../../struct/decode";
import { Sources } from "../../../translate/source-map";
import type { Translation } from "../../../translate/translation";
import type { Config } from "../../../base/v0_4/schema";

/**
 * Forgets where empty values came from, as upstream does when it merges configs: there, entries about them keep their
 * place in the MachineConfig. From Fedora CoreOS 1.5 on, every config is merged with one for GRUB.
 */
export function forgetEmptyValues(
  run: Translation,
  _document: unknown,
  config: Values,
  ignition: IgnitionSpec,
): void {
  const nothing = { config: {}, sources: new Sources() };
  mergeInto(run, ignition.config, nothing, config);
}

/** Before that, configs are merged only with the mount units of their filesystems, even if there are none. */
export function forgetEmptyValuesBesideFilesystems(
  run: Translation,
  document: Config,
  config: Values,
  ignition: IgnitionSpec,
): void {
  if (!document.storage?.filesystems?.length) return;
  forgetEmptyValues(run, document, config, ignition);
}
