import { lazy, type ComponentType } from "react";
import type { SectionId } from "@/lib/preset";
import { ExtensionsForm } from "./extensions-form";
import { IdentityForm } from "./identity-form";
import { RestForm } from "./rest-form";
import { TargetForm } from "./target-form";
import { UpdatesForm } from "./updates-form";
import { UsersForm } from "./users-form";

/** The form of each section; what most nodes do without is fetched when it is opened. */
export const sectionForms = {
  target: TargetForm,
  extensions: ExtensionsForm,
  layers: lazy(() =>
    import("./layers-form").then(({ LayersForm }) => ({
      default: LayersForm,
    })),
  ),
  updates: UpdatesForm,
  identity: IdentityForm,
  users: UsersForm,
  containers: lazy(() =>
    import("./containers-form").then(({ ContainersForm }) => ({
      default: ContainersForm,
    })),
  ),
  network: lazy(() =>
    import("./network-form").then(({ NetworkForm }) => ({
      default: NetworkForm,
    })),
  ),
  storage: lazy(() =>
    import("./storage-form").then(({ StorageForm }) => ({
      default: StorageForm,
    })),
  ),
  files: lazy(() =>
    import("./files-form").then(({ FilesForm }) => ({
      default: FilesForm,
    })),
  ),
  units: lazy(() =>
    import("./units-form").then(({ UnitsForm }) => ({
      default: UnitsForm,
    })),
  ),
  kernel: lazy(() =>
    import("./kernel-form").then(({ KernelForm }) => ({
      default: KernelForm,
    })),
  ),
  osUpdates: lazy(() =>
    import("./os-updates-form").then(({ OsUpdatesForm }) => ({
      default: OsUpdatesForm,
    })),
  ),
  ignition: lazy(() =>
    import("./ignition-form").then(({ IgnitionForm }) => ({
      default: IgnitionForm,
    })),
  ),
  advanced: lazy(() =>
    import("./advanced-form").then(({ AdvancedForm }) => ({
      default: AdvancedForm,
    })),
  ),
  rest: RestForm,
} satisfies { [Id in SectionId]: ComponentType };
