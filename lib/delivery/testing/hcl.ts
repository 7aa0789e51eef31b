import { gzipSync } from "node:zlib";

/** What an attribute of a Terraform snippet is set to, worked out with `config` as the file beside it. */
export function terraformValue(
  hcl: string,
  attribute: string,
  config: string,
): string {
  return valueOf(expressionOf(hcl, attribute), config);
}

/** The expression of an attribute, without a comma or a brace that ends its object. */
export function expressionOf(hcl: string, attribute: string): string {
  const name = attribute.replaceAll(".", "\\.");
  const found = new RegExp(`^\\s*"?${name}"?\\s*=\\s*(.+)$`, "m").exec(hcl);
  if (!found) throw new Error(`no ${attribute} in ${hcl}`);
  return found[1]!.trim();
}

const functions: Readonly<
  Record<string, (text: string, config: string) => string>
> = {
  base64encode: (text) => Buffer.from(text).toString("base64"),
  base64gzip: (text) => gzipSync(text).toString("base64"),
  file: (path, config) => {
    if (path !== "${path.module}/config.ign") throw new Error(path);
    return config;
  },
};

function valueOf(expression: string, config: string): string {
  const call = /^([a-z0-9]+)\((.*)\)$/.exec(expression);
  if (call) return functions[call[1]!]!(valueOf(call[2]!, config), config);
  const literal = /^"(.*)"$/.exec(expression);
  if (!literal) throw new Error(`no value: ${expression}`);
  return literal[1]!;
}
