import type { Section } from "../section";
import { extensions } from "./extensions";
import { identity } from "./identity";
import { osUpdates } from "./os-updates";
import { rest } from "./rest";
import { target } from "./target";
import { updates } from "./updates";
import { users } from "./users";
import type { SectionId } from "../preset";

/** Every section by its id, in the order people see them. A new one is a file and its line. */
export const sectionsById = {
  target,
  extensions,
  updates,
  identity,
  users,
  osUpdates,
  rest,
} satisfies { readonly [Id in SectionId]: Section<Id> };

/** The same as a list. Their values differ in type, so each takes its own by id. */
export const sections = Object.values(
  sectionsById,
) as unknown as readonly Section[];
