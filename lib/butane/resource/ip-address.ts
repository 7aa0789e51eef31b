const group = /^[0-9a-fA-F]{1,4}$/;
const octet = /^(?:0|[1-9][0-9]{0,2})$/;

/** Whether a text is an IPv6 address, with `%zone` at its end or without. */
export function isIpv6(text: string): boolean {
  const percent = text.indexOf("%");
  if (percent === text.length - 1) return false;
  const address = percent < 0 ? text : text.slice(0, percent);

  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const count = countGroups(groups.flat(), groups.at(-1)!.length > 0);
  if (count === null) return false;
  // `::` stands for at least one group.
  return halves.length === 2 ? count < 8 : count === 8;
}

/** Number of 16-bit groups; a dotted IPv4 address may end the text and counts as two. */
function countGroups(groups: string[], mayEndDotted: boolean): number | null {
  let count = 0;
  for (const [index, text] of groups.entries()) {
    const last = index === groups.length - 1;
    if (last && mayEndDotted && isIpv4(text)) count += 2;
    else if (group.test(text)) count += 1;
    else return null;
  }
  return count;
}

function isIpv4(text: string): boolean {
  const octets = text.split(".");
  return (
    octets.length === 4 &&
    octets.every((one) => octet.test(one) && Number(one) <= 255)
  );
}
