/** A mistake of ours, never of the person who wrote the document. */
export class Impossible extends Error {
  constructor(what: string) {
    super(`this cannot happen: ${what}`);
    this.name = "Impossible";
  }
}
