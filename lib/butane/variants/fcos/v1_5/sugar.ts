import { flag, list, struct, text } from "../../../struct/field";
import { extendStructs } from "../../../struct/structs";
import { rules as before, structs as v1_3 } from "../v1_3/sugar";
import { validateGrubUser } from "../validate-grub-user";

/** `grub`: who may change how the node starts. */
export const structs = extendStructs(v1_3, {
  BootDeviceLuks: {
    discard: flag(
      "Whether freed blocks are passed on to the device. SSDs stay fast and thin storage small, but it shows which blocks hold data.",
      { absent: "`false`" },
    ),
  },
  Config: {
    grub: struct("Grub", "Who may change how the node starts.", {
      sugar: true,
    }),
  },
  Grub: { users: list("GrubUser", "Who is asked for a password.") },
  GrubUser: {
    name: text("Name of the user.", { required: true }),
    password_hash: text(
      "Hash of the password, as `grub2-mkpasswd-pbkdf2` prints it.",
      { required: true, secret: true },
    ),
  },
});

export const rules = { ...before, GrubUser: validateGrubUser };
