import { closed, texts, type Schema } from "../../section";
import { secret, word } from "../fields";
import { contentsSchema } from "../files/schema";

const seconds: Schema = { ...word, description: "Seconds in digits." };
const several: Schema = {
  type: "array",
  items: contentsSchema("fetch"),
  default: [],
};

export const ignitionSchema = closed({
  timeouts: closed({ headers: seconds, total: seconds }),
  proxy: closed({
    http: word,
    https: word,
    user: word,
    password: secret,
    except: texts,
  }),
  authorities: { ...several, items: contentsSchema("text") },
  merge: {
    ...several,
    description: "Ignition configs that join this one; a later one wins.",
  },
  replace: contentsSchema("none"),
});
