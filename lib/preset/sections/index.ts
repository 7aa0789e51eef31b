import type { SectionId } from "../preset";
import type { Section } from "../section";
import { advanced } from "./advanced";
import { containers } from "./containers";
import { extensions } from "./extensions";
import { files } from "./files";
import { identity } from "./identity";
import { ignition } from "./ignition";
import { kernel } from "./kernel";
import { layers } from "./layers";
import { network } from "./network";
import { osUpdates } from "./os-updates";
import { rest } from "./rest";
import { storage } from "./storage";
import { target } from "./target";
import { units } from "./units";
import { updates } from "./updates";
import { users } from "./users";

/** Every section by its id, in the order people see them, which is the order they write in. A new one is a file and its line. */
export const sectionsById = {
  target,
  extensions,
  layers,
  updates,
  identity,
  users,
  containers,
  network,
  storage,
  files,
  units,
  kernel,
  osUpdates,
  ignition,
  advanced,
  rest,
} satisfies { readonly [Id in SectionId]: Section<Id> };

/** The same as a list. Their values differ in type, so each takes its own by id. */
export const sections = Object.values(
  sectionsById,
) as unknown as readonly Section[];
