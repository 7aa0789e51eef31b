import { catalogued } from "../node";
import { readParams } from "./read-params";
import { nodeWith, type Candidate, type Reading } from "./reading";

// Extensions that ask each other are two or three; their answers settle at once.
const mostRounds = 4;

/**
 * The candidates with the parameters that the document tells: in rounds until nothing changes, because extensions ask each
 * other, and one may find words of another in its own files.
 */
export function withParams(
  reading: Reading,
  candidates: readonly Candidate[],
): Candidate[] {
  let all = candidates;
  for (let round = 0; round < mostRounds; round++) {
    const before = all;
    for (let index = 0; index < all.length; index++)
      all = withParamsOf(reading, index, all);
    if (tellSame(all, before)) break;
  }
  return [...all];
}

/** With what the files of one tell, of itself and of the others. */
function withParamsOf(
  reading: Reading,
  index: number,
  all: readonly Candidate[],
): readonly Candidate[] {
  const { chosen } = all[index]!;
  const extension = catalogued(chosen);
  if (!extension) return all;
  const node = nodeWith(reading, all);
  const found = readParams(reading.document, extension, chosen, node);
  return all.map((one, at) => {
    if (at === index)
      return { ...given(one, found.params), complete: found.complete };
    const params = one.chosen.own ? undefined : found.others.get(one.chosen.id);
    return params ? given(one, { ...one.chosen.params, ...params }) : one;
  });
}

function given(
  one: Candidate,
  params: Candidate["chosen"]["params"],
): Candidate {
  return { ...one, chosen: { ...one.chosen, params } };
}

function tellSame(
  one: readonly Candidate[],
  other: readonly Candidate[],
): boolean {
  const told = (all: readonly Candidate[]) =>
    JSON.stringify(
      all.map(({ chosen, complete }) => [chosen.params, complete]),
    );
  return told(one) === told(other);
}
