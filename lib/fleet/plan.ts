import { fileWord } from "@/lib/delivery/quote";
import type { Kind, Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import {
  fillText,
  isVariableName,
  templateOf,
  type PresetTemplate,
  type Values,
} from "@/lib/preset/variables";
import { counted } from "@/lib/words";
import { readDelimited, type DelimitedRow } from "./read-delimited";

/** A preset that rows of the table are made of. */
export interface Role {
  /** What the column `role` says; empty for the rows that say nothing. */
  readonly name: string;
  readonly preset: Preset;
}

/** What is wrong with the table, or with what the presets want of it. */
export interface FleetProblem {
  readonly kind: Kind;
  /** Stable: `missing-value`. */
  readonly code: string;
  readonly sentence: string;
  /** Line of the table, counted from 1. */
  readonly line?: number;
  /** The role whose preset it is about, and the field there. */
  readonly role?: string;
  readonly field?: Path;
}

/** One row of the table: a node to be made. */
export interface PlannedNode {
  readonly line: number;
  readonly name: string;
  /** The folder of its files: the name, without what a path cannot have. */
  readonly folder: string;
  /** What it is made of; absent where the row names no role that there is. */
  readonly role?: PlannedRole;
  readonly values: Values;
  /** What is wrong with the row; with an error, nothing can be made of it. */
  readonly problems: readonly FleetProblem[];
}

export interface PlannedRole {
  readonly name: string;
  readonly template: PresetTemplate;
  /** Variables that no column has: no node of the role can be made. */
  readonly unknown: readonly string[];
}

export interface FleetPlan {
  readonly columns: readonly string[];
  readonly roles: readonly PlannedRole[];
  readonly nodes: readonly PlannedNode[];
  /** What is wrong with the table as a whole; with the rows, see there. */
  readonly problems: readonly FleetProblem[];
}

/** A zip has 65,535 files at most, and a node has up to three. */
export const mostNodes = 20_000;

/** Columns with a meaning of their own; they are variables like all others. */
const nameColumn = "name";
const roleColumn = "role";

/**
 * Reads a table of nodes and says what is to be made: a node for every row below the heading, of the preset that its role names. The column
 * `name` names a node, else its host name, else its number. Never throws; what is wrong is told with the row it is in.
 */
export function planFleet(roles: readonly Role[], text: string): FleetPlan {
  const { rows, faults } = readDelimited(text);
  const [head, ...body] = rows;
  const heading = (head?.cells ?? []).map((cell) => cell ?? "");
  const columns = [...new Set(heading.filter(isVariableName))];
  const planned = roles.map(({ name, preset }): PlannedRole => {
    const template = templateOf(preset);
    const unknown = [...template.variables.keys()].filter(
      (variable) => !columns.includes(variable),
    );
    return { name, template, unknown };
  });
  const kept = body.slice(0, mostNodes);
  return {
    columns,
    roles: planned,
    nodes: kept.length > 0 ? planNodes(planned, heading, kept) : [],
    problems: [
      ...faults.map(({ line, sentence }) =>
        wrong("error", "bad-table", sentence, { line }),
      ),
      ...ofSize(head, body),
      ...(head ? ofHeading(heading, head.line) : []),
      ...ofRoleNames(roles),
      ...planned.flatMap((role) => ofRole(role)),
      ...(head ? unused(columns, planned, head.line) : []),
    ],
  };
}

/** Whether a node can be made of a row. */
export function isPlanned(
  node: PlannedNode,
): node is PlannedNode & { readonly role: PlannedRole } {
  return (
    node.role !== undefined &&
    node.role.unknown.length === 0 &&
    node.problems.every(({ kind }) => kind !== "error")
  );
}

/** Whether the table is wrong as a whole: then nothing is made of any row. */
export function isBlocked({ problems }: FleetPlan): boolean {
  return problems.some(({ kind }) => kind === "error");
}

function wrong(
  kind: Kind,
  code: string,
  sentence: string,
  place: Partial<FleetProblem> = {},
): FleetProblem {
  return { kind, code, sentence, ...place };
}

function ofSize(
  head: DelimitedRow | undefined,
  body: readonly DelimitedRow[],
): FleetProblem[] {
  if (!head)
    return [
      wrong(
        "error",
        "empty-table",
        "The table is empty: its first line names the variables, and every further line is a node.",
      ),
    ];
  if (body.length === 0)
    return [
      wrong(
        "error",
        "no-rows",
        "The table has a heading and no row: every line below it is a node.",
      ),
    ];
  if (body.length <= mostNodes) return [];
  return [
    wrong(
      "error",
      "too-many-rows",
      `The table has ${counted(body.length)} rows and one archive takes ${counted(mostNodes)}: split it.`,
      { line: body[mostNodes]!.line },
    ),
  ];
}

function ofHeading(heading: readonly string[], line: number): FleetProblem[] {
  const seen = new Set<string>();
  return heading.flatMap((name, index) => {
    if (name === "")
      return [
        wrong(
          "warning",
          "no-heading",
          `Column ${index + 1} has no name: nothing can ask for its values.`,
          { line },
        ),
      ];
    if (!isVariableName(name))
      return [
        wrong(
          "warning",
          "bad-heading",
          `No variable can be called ${JSON.stringify(name)}: names are letters, digits, and _ . - behind the first letter.`,
          { line },
        ),
      ];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      wrong(
        "error",
        "column-twice",
        `Two columns are called ${name}, and only the first one is used.`,
        { line },
      ),
    ];
  });
}

function ofRoleNames(roles: readonly Role[]): FleetProblem[] {
  const names = roles.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(twice)].map((role) =>
    wrong(
      "error",
      "role-twice",
      role === ""
        ? "Two presets are without a role: no row can say which of them it is made of."
        : `Two presets have the role ${role}: no row can say which of them it is made of.`,
      { role },
    ),
  );
}

function ofRole({ name: role, template, unknown }: PlannedRole) {
  const called = role === "" ? "the preset" : `the preset of ${role}`;
  if (template.variables.size === 0)
    return [
      wrong(
        "warning",
        "no-variables",
        `There is no variable in ${called}: all its nodes get the same config.`,
        { role },
      ),
    ];
  return unknown.map((variable) =>
    wrong(
      "error",
      "unknown-variable",
      `No column is called ${variable}, and ${called} asks for {{${variable}}}. Where the braces are meant as they stand, write \\{{${variable}}}.`,
      { role, field: template.variables.get(variable)![0]! },
    ),
  );
}

function unused(
  columns: readonly string[],
  roles: readonly PlannedRole[],
  line: number,
): FleetProblem[] {
  return columns
    .filter(
      (column) =>
        column !== nameColumn &&
        column !== roleColumn &&
        !roles.some(({ template }) => template.variables.has(column)),
    )
    .map((column) =>
      wrong(
        "warning",
        "unused-column",
        `Nothing asks for the column ${column}: no field has {{${column}}} in it.`,
        { line },
      ),
    );
}

function planNodes(
  roles: readonly PlannedRole[],
  heading: readonly string[],
  rows: readonly DelimitedRow[],
): PlannedNode[] {
  const folders = new Map<string, number>();
  const heads = new Set(heading);
  const named = new Map(roles.map((role) => [role.name, role]));
  return rows.map(({ line, cells }, index) => {
    const values = valuesOf(heading, cells);
    const problems: FleetProblem[] = [];
    const problem = (code: string, sentence: string) =>
      problems.push(wrong("error", code, sentence, { line }));
    if (cells.slice(heading.length).some((cell) => cell !== null))
      problem(
        "too-many-cells",
        `The row has ${cells.length} cells and the heading ${heading.length}.`,
      );
    const role = roleOf(named, values, problem);
    for (const variable of role?.template.variables.keys() ?? [])
      if (heads.has(variable) && !values.has(variable))
        problem(
          "missing-value",
          `There is no value for ${variable}. Where it is to be empty, write "".`,
        );
    const name = nameOf(values, role, index);
    const folder = folderOf(name);
    const other = folders.get(folder.toLowerCase());
    // Not every file system tells capitals apart.
    if (other === undefined) folders.set(folder.toLowerCase(), line);
    else
      problem(
        "name-twice",
        `The node of line ${other} is called ${folder} as well.`,
      );
    return { line, name, folder, values, problems, ...(role ? { role } : {}) };
  });
}

function folderOf(name: string): string {
  const word = fileWord(name).slice(0, 120);
  // Beside the folders lie the lists of the archive.
  return listNames.has(word.toLowerCase()) ? `${word}-node` : word;
}

const listNames: ReadonlySet<string> = new Set([
  "fleet.tf.json",
  "manifest.json",
  "sha256sums",
]);

function valuesOf(
  heading: readonly string[],
  cells: readonly (string | null)[],
): Values {
  const values = new Map<string, string>();
  heading.forEach((column, index) => {
    const cell = cells[index];
    if (typeof cell === "string" && !values.has(column))
      values.set(column, cell);
  });
  return values;
}

/** Without roles of a name, the column is a column like any other. */
function roleOf(
  named: ReadonlyMap<string, PlannedRole>,
  values: Values,
  problem: (code: string, sentence: string) => void,
): PlannedRole | undefined {
  const wanted = values.get(roleColumn) ?? "";
  const onlyOne = named.size === 1 ? named.get("") : undefined;
  const role = onlyOne ?? named.get(wanted);
  if (role) return role;
  const known = [...named.keys()].filter(Boolean).join(", ");
  if (wanted === "")
    problem("no-role", `The row names no role. There are ${known}.`);
  else
    problem(
      "unknown-role",
      `There is no preset for the role ${wanted}, only for ${known || "rows without a role"}.`,
    );
  return undefined;
}

function nameOf(
  values: Values,
  role: PlannedRole | undefined,
  index: number,
): string {
  const hostname = role?.template.preset.identity.hostname ?? "";
  const own = values.get(nameColumn) || fillText(hostname, values);
  return own !== "" && own !== hostname ? own : `node-${index + 1}`;
}
