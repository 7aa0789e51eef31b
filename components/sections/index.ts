import type { ComponentType } from "react";
import type { SectionId } from "@/lib/preset";
import { ExtensionsForm } from "./extensions-form";
import { IdentityForm } from "./identity-form";
import { OsUpdatesForm } from "./os-updates-form";
import { RestForm } from "./rest-form";
import { TargetForm } from "./target-form";
import { UpdatesForm } from "./updates-form";
import { UsersForm } from "./users-form";

/** The form of each section. */
export const sectionForms = {
  target: TargetForm,
  extensions: ExtensionsForm,
  updates: UpdatesForm,
  identity: IdentityForm,
  users: UsersForm,
  osUpdates: OsUpdatesForm,
  rest: RestForm,
} satisfies { [Id in SectionId]: ComponentType };
