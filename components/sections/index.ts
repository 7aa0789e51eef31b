import type { ComponentType } from "react";
import { lately } from "@/components/ui/late";
import type { SectionId } from "@/lib/preset";
import { ExtensionsForm } from "./extensions-form";
import { IdentityForm } from "./identity-form";
import { Opening } from "./opening";
import { RestForm } from "./rest-form";
import { TargetForm } from "./target-form";
import { UpdatesForm } from "./updates-form";
import { UsersForm } from "./users-form";

const form = (load: () => Promise<ComponentType>) =>
  lately(load, { waiting: Opening });

/** The form of each section; what most nodes do without is fetched when it is opened. */
export const sectionForms = {
  target: TargetForm,
  extensions: ExtensionsForm,
  layers: form(() => import("./layers-form").then((one) => one.LayersForm)),
  updates: UpdatesForm,
  identity: IdentityForm,
  users: UsersForm,
  containers: form(() =>
    import("./containers-form").then((one) => one.ContainersForm),
  ),
  network: form(() => import("./network-form").then((one) => one.NetworkForm)),
  storage: form(() => import("./storage-form").then((one) => one.StorageForm)),
  files: form(() => import("./files-form").then((one) => one.FilesForm)),
  units: form(() => import("./units-form").then((one) => one.UnitsForm)),
  kernel: form(() => import("./kernel-form").then((one) => one.KernelForm)),
  osUpdates: form(() =>
    import("./os-updates-form").then((one) => one.OsUpdatesForm),
  ),
  ignition: form(() =>
    import("./ignition-form").then((one) => one.IgnitionForm),
  ),
  advanced: form(() =>
    import("./advanced-form").then((one) => one.AdvancedForm),
  ),
  rest: RestForm,
} satisfies { [Id in SectionId]: ComponentType };
