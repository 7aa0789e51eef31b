import { integer, struct } from "../../struct/field";
import { extendStructs } from "../../struct/structs";
import { structs as v0_6 } from "../v0_6/schema";

/** Base spec 0.7, which becomes Ignition 3.6: owners and modes for what a tree brings. */
export const structs = extendStructs(v0_6, {
  Tree: {
    dir_mode: integer(
      "Permissions of the tree's directories, written in octal; with it they are listed one by one.",
      { sugar: true, examples: ["0755"] },
    ),
    file_mode: integer("Permissions of the tree's files, written in octal.", {
      sugar: true,
      examples: ["0644"],
      absent: "0755 for what can be run, else 0644",
    }),
    group: struct("NodeGroup", "Which group owns what the tree brings.", {
      sugar: true,
    }),
    user: struct("NodeUser", "Who owns what the tree brings.", { sugar: true }),
  },
});
